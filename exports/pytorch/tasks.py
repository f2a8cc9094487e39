"""What each model reads and how its outputs are judged."""

import numpy
import torch
from torch.nn import functional

from configuration import ROOT
from networks import DenseNetwork, FeatureTransformer, PlacedNetwork, ResidualKeywords


class Task:
    """Loss and probabilities for two classes, several, or a number."""

    def __init__(self, name, classes, training_targets):
        self.name, self.classes = name, classes
        self.shift, self.scale = 0.0, 1.0
        if name == "regression":
            # Mean 0 and standard deviation 1, so that one learning rate suits all targets.
            self.shift, self.scale = training_targets.mean(), training_targets.std() or 1.0

    def outputs(self, pretrained=False):
        """A network gives one output for two classes; a pretrained model one for each class."""
        if self.name == "multiclass" or (self.name == "binary" and pretrained):
            return len(self.classes)
        return 1

    def losses(self, outputs, targets):
        """One loss a row."""
        if self.name == "regression":
            return (outputs[:, 0] - ((targets - self.shift) / self.scale).float()) ** 2
        if outputs.shape[1] == 1:
            return functional.binary_cross_entropy_with_logits(
                outputs[:, 0], targets.float(), reduction="none")
        return functional.cross_entropy(outputs, targets.long(), reduction="none")

    def scores(self, outputs):
        """Shape [rows, classes], probabilities; for numbers [rows, 1] in target units."""
        if self.name == "regression":
            return outputs * self.scale + self.shift
        if outputs.shape[1] == 1:
            positive = torch.sigmoid(outputs)
            return torch.cat([1 - positive, positive], dim=1)
        return torch.softmax(outputs, dim=1)

    def class_weights(self, targets):
        """The inverse of each class's share, one on average over the rows."""
        counts = numpy.bincount(targets.astype(int), minlength=len(self.classes))
        weights = len(targets) / (len(self.classes) * numpy.maximum(counts, 1))
        return torch.tensor(weights, dtype=torch.float32)


class FeatureInputs:
    """Encoded features, the same for every model that reads numbers."""

    def __init__(self, features):
        self.features = torch.from_numpy(numpy.ascontiguousarray(features))

    def __call__(self, rows, device):
        return self.features[rows].to(device)


def model_and_inputs(which, configuration, data, fitted_on, task):
    """(model, inputs of the training source, inputs of the test rows) for `pilot` or `target`."""
    settings = configuration[which]
    kind = settings["kind"]
    if kind == "pretrained":
        from pretrained import pretrained_model

        return pretrained_model(settings, configuration["data"], data, fitted_on, task)
    if kind == "residual-keywords":
        training, test = pictures_of_sound(configuration["data"], data)
        model = ResidualKeywords(
            task.outputs(), settings["layers"], settings["channels"], settings["pool"], settings["dilates"])
        return model, FeatureInputs(training), FeatureInputs(test)
    if kind in ("convolutional-network", "sequence-network"):
        training, test = data.placed(fitted_on, settings["shape"])
        model = PlacedNetwork(
            settings["shape"], settings["filters"], settings["kernels"], task.outputs(), settings["dropout"],
            settings["shift"])
        return model, FeatureInputs(training), FeatureInputs(test)
    training, test = data.encoded(fitted_on)
    if kind == "feature-transformer":
        model = FeatureTransformer(
            training.shape[1], task.outputs(), settings["layers"], settings["width"],
            settings["feed_forward"], settings["heads"])
    else:
        model = DenseNetwork(training.shape[1], settings["widths"], task.outputs(), settings["dropout"])
    return model, FeatureInputs(training), FeatureInputs(test)


def file_path(settings, name):
    """A row's own file, in the folder that config.toml names; those of a test folder are absolute."""
    return ROOT / settings["folder"] / name


def pictures_of_sound(settings, data):
    """Log-mel pictures of every recording, standardised by the mean and spread of the training rows."""
    from sound import fitted, log_mel, read_wav

    rate = settings["sample_rate"]
    length = int(rate * settings["seconds"])

    def pictures(source):
        sounds = (read_wav(file_path(settings, name), rate) for name in source.files)
        return numpy.stack([log_mel(fitted(sound, length), rate) for sound in sounds])

    training = pictures(data.training_source)
    separate = data.test_source is not data.training_source
    test = pictures(data.test_source) if separate else training
    shift, scale = training[data.training_rows].mean(), training[data.training_rows].std()
    return (training - shift) / scale, ((test - shift) / scale)[data.test_rows]
