import Foundation
import Synchronization

/// Ctrl-C and a polite kill: the first asks the run to stop where it can go on later, the second ends it at once.
enum Interrupt {
  private static let asked = Atomic<Bool>(false)
  /// The end of a pipe that a signal writes to; -1 until someone listens.
  private static let bell = Atomic<Int32>(-1)
  /// The end that turns readable with the signal, for those who wait for input; -1 until someone listens.
  private static let ear = Atomic<Int32>(-1)

  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Waits until `descriptor` has something to read or has ended; false when a signal asks to stop first.
  ///
  /// A signal between a look at the flag and the wait would be missed without the pipe.
  static func waitToRead(_ descriptor: Int32) -> Bool {
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ear.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    while !isAsked {
      // A negative descriptor is passed over.
      if poll(&watched, 2, -1) > 0, watched[1].revents == 0 { return true }
    }
    return false
  }

  /// Begins to listen.
  static func listen() {
    var ends: [Int32] = [-1, -1]
    if bell.load(ordering: .relaxed) < 0, pipe(&ends) == 0 {
      ear.store(ends[0], ordering: .relaxed)
      bell.store(ends[1], ordering: .relaxed)
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      Interrupt.note(number)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      sigaction(number, &action, nil)
      sigaddset(&signals, number)
    }
    // A parent may have started us with everything blocked.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func note(_ number: Int32) {
    asked.store(true, ordering: .relaxed)
    var ring: UInt8 = 1
    _ = write(bell.load(ordering: .relaxed), &ring, 1)
    signal(number, SIG_DFL)
  }
}
