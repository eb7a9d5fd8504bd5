package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.WorkWeek.Window;
import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.InvalidBody;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads working windows as they are sent, and remembers every wrong place. */
final class WindowForms {
  private static final int MOST = 24;

  private final List<FieldError> errors = new ArrayList<>();

  /** Windows such as 09:00-12:00, in any order; what cannot be read is left out. */
  List<Window> read(String pointer, List<String> texts) {
    var windows = new ArrayList<Window>();
    if (texts.size() > MOST) {
      wrong(pointer, "has more than " + MOST + " windows");
      return windows;
    }
    for (int i = 0; i < texts.size(); i++) {
      var window = read(pointer + "/" + i, texts.get(i));
      if (window != null) {
        windows.add(window);
      }
    }
    windows.sort(Comparator.comparing(Window::from));
    if (!WorkWeek.areApart(windows)) {
      wrong(pointer, "has windows that overlap");
    }
    return List.copyOf(windows);
  }

  void wrong(String pointer, String message) {
    errors.add(new FieldError(pointer, message));
  }

  void refuseWhatIsWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidBody(errors);
    }
  }

  private Window read(String pointer, String text) {
    try {
      return Window.parse(String.valueOf(text));
    } catch (DateTimeException e) {
      wrong(pointer, "is not a window such as 09:00-18:00");
    } catch (IllegalArgumentException e) {
      wrong(pointer, e.getMessage());
    }
    return null;
  }
}
