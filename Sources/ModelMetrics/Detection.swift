/// A rectangle in a picture, in pixels from its left upper corner.
public struct PixelBox: Hashable, Codable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The area both cover divided by the area that either covers, 0 to 1 (Jaccard); 0 for boxes without area.
  public func overlap(_ other: PixelBox) -> Double {
    let across = min(x + width, other.x + other.width) - max(x, other.x)
    let down = min(y + height, other.y + other.height) - max(y, other.y)
    guard across > 0, down > 0 else { return 0 }
    let both = across * down
    return both / (width * height + other.width * other.height - both)
  }
}

/// A box that a detector found, or (with confidence 1) one that is truly there.
public struct Detection: Hashable, Codable, Sendable {
  public var box: PixelBox
  /// A class, from 0.
  public var label: Int
  /// How sure the detector is; only the order counts.
  public var confidence: Double

  public init(_ box: PixelBox, label: Int, confidence: Double = 1) {
    self.box = box
    self.label = label
    self.confidence = confidence
  }

  /// The detections without those that overlap a surer one of their class by more than `limit`, surest first
  /// (non-maximum suppression); among equally sure ones the first stays.
  public static func distinct(_ found: [Detection], limit: Double) -> [Detection] {
    var kept: [Detection] = []
    for candidate in ranked(found) {
      let isNew = kept.allSatisfy {
        $0.label != candidate.label || $0.box.overlap(candidate.box) <= limit
      }
      if isNew { kept.append(candidate) }
    }
    return kept
  }
}

/// Detections matched with what is there, ready for the mean average precision of any multiset of pictures.
///
/// Class by class and picture by picture, the surest detection first takes the true box it overlaps most, if
/// by `overlap` or more; every true box is taken once, and a detection without one is false (Everingham and
/// others, 2010; Lin and others, 2014). Average precision is the area under precision over recall, each
/// precision being the best at that recall or beyond. Equally sure detections count at once.
public struct MatchedDetections: Sendable {
  private struct Match: Sendable {
    let confidence: Double
    let picture: Int
    let isTrue: Bool
  }

  public let pictures: Int
  /// Surest first, for each class.
  private let matches: [[Match]]
  /// True boxes of each class in each picture.
  private let truths: [[Int32]]

  /// - Parameters: one list a picture each; labels are below `classes`.
  public init(found: [[Detection]], actual: [[Detection]], classes: Int, overlap: Double = 0.5) {
    precondition(found.count == actual.count, "one list of found and of true boxes a picture")
    pictures = actual.count
    var matches = [[Match]](repeating: [], count: classes)
    var truths = [[Int32]](repeating: [Int32](repeating: 0, count: actual.count), count: classes)
    for (picture, (found, actual)) in zip(found, actual).enumerated() {
      for truth in actual { truths[truth.label][picture] += 1 }
      var free = actual
      for detection in Detection.ranked(found) {
        let best = free.indices.filter { free[$0].label == detection.label }
          .map { (place: $0, overlap: free[$0].box.overlap(detection.box)) }
          .max { $0.overlap < $1.overlap }
        let isTrue = best.map { $0.overlap >= overlap } ?? false
        if isTrue, let best { free.remove(at: best.place) }
        matches[detection.label].append(
          Match(confidence: detection.confidence, picture: picture, isTrue: isTrue))
      }
    }
    self.matches = matches.map { $0.sorted { $0.confidence > $1.confidence } }
    self.truths = truths
  }

  /// The mean over the classes that occur of their average precision; nil where no class occurs.
  /// - Parameter counts: how often each picture counts.
  public func meanAveragePrecision(_ counts: [Int32]) -> Double? {
    var (sum, classes) = (0.0, 0)
    for label in truths.indices {
      guard let precision = averagePrecision(of: label, counts) else { continue }
      sum += precision
      classes += 1
    }
    return classes == 0 ? nil : sum / Double(classes)
  }

  /// Average precision of one class; nil where it does not occur.
  public func averagePrecision(of label: Int, _ counts: [Int32]) -> Double? {
    var total: Int64 = 0
    for picture in truths[label].indices {
      total += Int64(counts[picture]) * Int64(truths[label][picture])
    }
    guard total > 0 else { return nil }
    var points: [(hits: Int64, precision: Double)] = []
    var (hits, seen): (Int64, Int64) = (0, 0)
    let matches = matches[label]
    for place in matches.indices {
      let count = Int64(counts[matches[place].picture])
      seen += count
      if matches[place].isTrue { hits += count }
      let endsTie =
        place == matches.count - 1 || matches[place].confidence != matches[place + 1].confidence
      if endsTie, seen > 0 { points.append((hits, Double(hits) / Double(seen))) }
    }
    var (area, best) = (0.0, 0.0)
    for place in points.indices.reversed() {
      best = max(best, points[place].precision)
      let before = place == 0 ? 0 : points[place - 1].hits
      area += Double(points[place].hits - before) * best
    }
    return area / Double(total)
  }
}

extension Detection {
  /// Surest first; among equals in the order given.
  fileprivate static func ranked(_ found: [Detection]) -> [Detection] {
    found.enumerated().sorted {
      $0.element.confidence != $1.element.confidence
        ? $0.element.confidence > $1.element.confidence : $0.offset < $1.offset
    }.map(\.element)
  }
}
