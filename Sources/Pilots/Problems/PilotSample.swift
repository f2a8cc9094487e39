import Datasets
import Foundation
import Knowledge

/// Something of a pilot that a person looks at or listens to.
public struct PilotSample: Hashable, Codable, Sendable {
  public var title: LocalizedText
  /// What to look for, in a sentence.
  public var note: LocalizedText?
  public var content: Content

  public enum Content: Hashable, Codable, Sendable {
    case texts(TextSample)
    case pictures([PictureSample])
    case sounds([SoundSample])
    case melodies([MelodySample])
    case curves(CurveSample)
    case table(TableSample)
  }

  public init(title: LocalizedText, note: LocalizedText? = nil, _ content: Content) {
    self.title = title
    self.note = note
    self.content = content
  }
}

/// Texts side by side: what came in, what was expected, what each model made of it.
public struct TextSample: Hashable, Codable, Sendable {
  public var columns: [LocalizedText]
  /// One entry a column each.
  public var rows: [[String]]

  public init(columns: [LocalizedText], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// One picture, with boxes drawn on it or none.
public struct PictureSample: Hashable, Codable, Sendable {
  public struct Box: Hashable, Codable, Sendable {
    /// In pixels from the left upper corner.
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
    public var label: String
    /// Whether a person drew it; a found one otherwise.
    public var isTrue: Bool

    public init(x: Double, y: Double, width: Double, height: Double, label: String, isTrue: Bool) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
      self.label = label
      self.isTrue = isTrue
    }
  }

  public var caption: LocalizedText
  public var width: Int
  public var height: Int
  /// 1 grey, 3 red green blue.
  public var channels: Int
  /// Row-major from the top, 8 bits a channel.
  public var pixels: Data
  public var boxes: [Box]

  public init(
    caption: LocalizedText, width: Int, height: Int, channels: Int, pixels: Data, boxes: [Box] = []
  ) {
    self.caption = caption
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
    self.boxes = boxes
  }

  /// A picture of numbers from 0 (black) to 1 (white); what lies outside is cut off.
  public init(
    caption: LocalizedText, width: Int, height: Int, channels: Int = 1, values: [Float], boxes: [Box] = []
  ) {
    self.init(
      caption: caption, width: width, height: height, channels: channels,
      pixels: Data(values.map { UInt8((min(max($0, 0), 1) * 255).rounded()) }), boxes: boxes)
  }
}

/// A sound of one channel.
public struct SoundSample: Hashable, Codable, Sendable {
  public var caption: LocalizedText
  /// Samples a second.
  public var rate: Int
  /// 16-bit numbers, little-endian.
  public var samples: Data

  /// - Parameter samples: from −1 to 1; what lies outside is cut off.
  public init(caption: LocalizedText, rate: Int, samples: [Float]) {
    self.caption = caption
    self.rate = rate
    self.samples = pcmData(samples)
  }
}

/// Notes one after another.
public struct MelodySample: Hashable, Codable, Sendable {
  public var caption: LocalizedText
  /// Quarter notes a minute.
  public var tempo: Double
  public var notes: [MelodyNote]

  public init(caption: LocalizedText, tempo: Double, notes: [MelodyNote]) {
    self.caption = caption
    self.tempo = tempo
    self.notes = notes
  }
}

/// Lines over a common horizontal axis.
public struct CurveSample: Hashable, Codable, Sendable {
  public struct Line: Hashable, Codable, Sendable {
    public var name: LocalizedText
    /// One value a place on the axis.
    public var values: [Double]

    public init(name: LocalizedText, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var horizontal: LocalizedText
  public var vertical: LocalizedText
  public var lines: [Line]

  public init(horizontal: LocalizedText, vertical: LocalizedText, lines: [Line]) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.lines = lines
  }
}
