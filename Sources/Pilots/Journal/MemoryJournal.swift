import Foundation
import Synchronization

/// A journal that lasts as long as the process.
public final class MemoryJournal: PilotJournal {
  private struct State {
    var units: [String: Data] = [:]
    var order: [String] = []
    var epochs: [String: [PilotDiagnostics.EpochLoss]] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// Keys of the finished units, oldest first.
  public var keys: [String] { state.withLock { $0.order } }

  /// The epochs noted for a unit.
  public func epochs(of key: String) -> [PilotDiagnostics.EpochLoss] {
    state.withLock { $0.epochs[key] ?? [] }
  }

  public func finished(_ key: String) -> Data? {
    state.withLock { $0.units[key] }
  }

  public func record(_ key: String, _ payload: Data) throws {
    state.withLock {
      if $0.units.updateValue(payload, forKey: key) == nil { $0.order.append(key) }
    }
  }

  public func epoch(_ key: String, _ loss: PilotDiagnostics.EpochLoss) throws {
    state.withLock { $0.epochs[key, default: []].append(loss) }
  }
}
