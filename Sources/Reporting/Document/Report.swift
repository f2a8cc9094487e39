import Knowledge
import Scoring

/// A report without a format: what is said, in which order, in one language.
public struct Report: Sendable {
  public var language: Language
  /// The scenario's title.
  public var title: String
  /// What kind of document this is.
  public var kind: String
  /// Facts for the head of the first page: id, date, versions.
  public var facts: [Fact]
  public var sections: [ReportSection]
  /// The disclaimer, said once.
  public var disclaimer: String

  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: Phrase
  }
}

/// A numbered part of the report.
public struct ReportSection: Sendable {
  /// Stable, used as anchor.
  public var id: String
  public var title: String
  public var blocks: [Block]
}

/// One piece of a section.
public enum Block: Sendable {
  case verdict(VerdictPanel)
  case heading(String)
  case paragraph(Phrase)
  case note(Note)
  case list([Phrase])
  case figures([KeyFigure])
  case table(Table)
  case chart(ChartFigure)
  case gallery(Gallery)
  case steps([Step])
}

/// The answer of the whole report.
public struct VerdictPanel: Sendable {
  public var verdict: Verdict
  public var label: String
  public var word: String
  public var headline: String
}

/// A remark that must not be overlooked.
public struct Note: Sendable {
  public enum Kind: String, Sendable {
    case information, caution
  }

  public var kind: Kind
  public var title: String
  public var text: Phrase
}

/// One number a reader looks for first.
public struct KeyFigure: Sendable {
  public var name: String
  public var value: String
  public var explanation: String
}

/// Rows and columns; the first cell of each row names it.
public struct Table: Sendable {
  /// How a narrow page shows it.
  public enum Layout: String, Sendable {
    /// Keeps rows and columns; scrolls sideways.
    case matrix
    /// Each row becomes a card.
    case records
    /// Two columns, a name and a value; stays as it is.
    case pairs
  }

  public struct Column: Sendable {
    public var title: String
    public var isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  public struct Row: Sendable {
    public var cells: [Phrase]
    /// Where references to this row lead.
    public var anchor: String?
    /// The row that the text around is about, or the sum.
    public var isStrong: Bool

    init(_ cells: [Phrase], anchor: String? = nil, isStrong: Bool = false) {
      self.cells = cells
      self.anchor = anchor
      self.isStrong = isStrong
    }
  }

  public var caption: String
  public var layout: Layout
  public var columns: [Column]
  public var rows: [Row]
}

/// A picture and its words.
public struct ChartFigure: Sendable {
  public var title: String
  /// Alternative text with the numbers that matter.
  public var description: String
  /// One `<svg>` element.
  public var svg: String
  /// Whether a table beside it says the same, so that the description need not be shown.
  public var isInTable: Bool
}

/// One thing to do, with what caused it.
public struct Step: Sendable {
  public var action: Phrase
  public var because: Phrase
  public var becauseLabel: String
  /// Effort, points at stake and the like.
  public var facts: [Report.Fact]
}
