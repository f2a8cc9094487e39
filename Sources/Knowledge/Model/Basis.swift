/// Where a figure comes from: a published source, or our own judgement, marked as such.
public enum Basis: Hashable, Codable, Sendable {
  case judgement
  /// `place` is the section, table or article; `note` says how the figure follows from it.
  case source(SourceID, place: String?, note: String?)
}

/// A published text, law, standard or data set that figures rest on.
public struct Source: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case law, standard, paper, documentation, dataset, report, book, course, tool
  }

  public var id: SourceID
  public var title: String
  public var author: String
  /// Year, year-month or full date of the text, as written in the file.
  public var date: String
  public var kind: Kind
  public var url: String?
}
