package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailLayoutTest {
  @Test
  void makesParagraphsAndATable() {
    var html = MailLayout.html("zh-CN", "投诉升级", "您好：\n\n投诉编号：CMP-1\n优先级：高\n\n谢谢");

    assertThat(html)
        .contains("<html lang=\"zh-CN\">", "<title>投诉升级</title>")
        .contains("<p style=\"line-height:1.6\">您好：</p>")
        .containsPattern("<td[^>]*>投诉编号</td><td>CMP-1</td>");
  }

  @Test
  void letsNoValueBecomeMarkup() {
    assertThat(MailLayout.html("en", "<b>", "Outlet \"A&B\" <script>"))
        .doesNotContain("<b>", "<script>")
        .contains("&lt;script&gt;", "&quot;A&amp;B&quot;");
  }
}
