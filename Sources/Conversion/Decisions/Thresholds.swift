/// Thresholds of decisions that a trial moves, to see what hangs on them: scores are log-odds, and 0
/// is where either reading is as likely.
enum Thresholds {
  /// Above this score a line goes on with the paragraph before it.
  @TaskLocal static var seam = 0.0
}
