import Datasets
import Foundation
import Pilots

extension SoundSample {
  var wave: String { "" }
}
extension MelodySample {
  var wave: String { "" }
  var midi: String { "" }
}
func pictureSVG(_ picture: PictureSample, words: (true: String, found: String)) -> String { "" }
