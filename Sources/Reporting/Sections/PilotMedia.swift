import Charts
import Datasets
import Foundation
import Pilots

/// A picture of pixels, with the boxes on it, as one `<svg>` element that scales.
///
/// Boxes that the data hold are drawn whole, found ones dashed, so that colour alone tells nothing apart.
func pictureSVG(_ picture: PictureSample, words: (true: String, found: String)) -> String {
  let png =
    pngFile(
      width: picture.width, height: picture.height, channels: picture.channels, pixels: picture.pixels)?
    .base64EncodedString() ?? ""
  let size = "width=\"\(picture.width)\" height=\"\(picture.height)\""
  let boxes = picture.boxes.map { box in
    let (colour, dash) =
      box.isTrue ? (Palette.paleGreen, "") : (Palette.paleAmber, " stroke-dasharray=\"2 1\"")
    let label = htmlText("\(box.label) – \(box.isTrue ? words.true : words.found)")
    let rectangle = [("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height)]
      .map { "\($0.0)=\"\(decimalText($0.1, decimals: 2))\"" }.joined(separator: " ")
    return "<rect \(rectangle) fill=\"none\" stroke=\"\(colour)\" stroke-width=\"0.8\"\(dash)>"
      + "<title>\(label)</title></rect>"
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
    + "viewBox=\"0 0 \(picture.width) \(picture.height)\">"
    + "<image \(size) href=\"data:image/png;base64,\(png)\"/>\(boxes.joined())</svg>"
}

extension SoundSample {
  /// A WAV file, base64.
  var wave: String { wavData(pcm: samples, rate: rate).base64EncodedString() }
}

extension MelodySample {
  /// Low, since the report carries every sample; melodies and their first overtones lie under 3 kHz.
  private static let rate = 6_000

  /// The notes as a plain instrument plays them: a WAV file, base64.
  var wave: String {
    let sound = melodySound(notes, tempo: tempo, rate: Self.rate)
    return wavData(sound, rate: Self.rate).base64EncodedString()
  }

  /// A standard MIDI file, base64.
  var midi: String { Data(MIDIFile.bytes(of: notes, tempo: tempo)).base64EncodedString() }
}
