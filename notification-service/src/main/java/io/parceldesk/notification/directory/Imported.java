package io.parceldesk.notification.directory;

/** What became of the outlets of a file. */
record Imported(int added, int changed, int unchanged) {
  Imported plus(Imported more) {
    return new Imported(added + more.added, changed + more.changed, unchanged + more.unchanged);
  }
}
