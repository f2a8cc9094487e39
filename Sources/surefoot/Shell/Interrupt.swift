import Foundation
import Synchronization

/// Ctrl-C and a polite kill: the first asks the run to stop where it can go on later, the second ends it at once.
enum Interrupt {
  private static let asked = Atomic<Bool>(false)

  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Begins to listen; system calls that wait are woken rather than restarted.
  static func listen() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      Interrupt.note(number)
    }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  private static func note(_ number: Int32) {
    asked.store(true, ordering: .relaxed)
    signal(number, SIG_DFL)
  }
}
