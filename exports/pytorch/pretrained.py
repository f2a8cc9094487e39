"""Published models of Hugging Face Transformers, fine-tuned whole or by low-rank adapters.

`weights` in config.toml names the repository they are downloaded from; a folder on this machine works as
well, for use without a network. With --from-config the same architecture begins with random numbers.
"""

from collections import Counter

import numpy
import torch
import transformers
from torch import nn

from parallel import share_batch_norms
from tasks import file_path

# Sizes for --tiny: every part of the family, small enough for seconds on one core, and no dropout inside, so
# that one process and many agree.
TINY = {
    "bert": {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64,
             "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0},
    "distilbert": {"dim": 32, "n_layers": 2, "n_heads": 2, "hidden_dim": 64, "dropout": 0.0,
                   "attention_dropout": 0.0, "seq_classif_dropout": 0.0},
    "vit": {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64,
            "image_size": 32, "patch_size": 8},
    "resnet": {"embedding_size": 8, "hidden_sizes": [8, 16], "depths": [1, 1]},
    "mobilenet_v2": {"depth_multiplier": 0.25, "classifier_dropout_prob": 0.0},
    "wav2vec2": {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64,
                 "conv_dim": [16, 16, 16], "conv_kernel": [10, 8, 4], "conv_stride": [8, 8, 4],
                 "num_feat_extract_layers": 3, "num_conv_pos_embeddings": 16,
                 "num_conv_pos_embedding_groups": 2, "hidden_dropout": 0.0, "attention_dropout": 0.0,
                 "activation_dropout": 0.0, "feat_proj_dropout": 0.0, "final_dropout": 0.0, "layerdrop": 0.0},
}
CLASSIFIERS = {
    "text": "AutoModelForSequenceClassification", "image": "AutoModelForImageClassification",
    "audio": "AutoModelForAudioClassification",
}
QUERY_AND_VALUE = ("query", "value", "q_lin", "v_lin", "q_proj", "v_proj")
HEADS = ("classifier", "pre_classifier", "projector")


class Outputs(nn.Module):
    """A classifier that takes prepared inputs and gives its outputs alone."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, inputs):
        return self.model(**inputs).logits


def pretrained_model(settings, data_settings, data, fitted_on, task):
    """(model, inputs of the training source, inputs of the test rows)."""
    modality = data_settings["modality"]
    prepare = {"text": text_inputs, "image": image_inputs, "audio": sound_inputs}[modality]
    training, test, sizes = prepare(settings, data_settings, data, fitted_on)
    model = classifier(settings, modality, task, sizes)
    if settings["family"] == "wav2vec2":
        # The convolutions over the waveform keep what they learnt (Baevski et al., 2020, sec. 4.2).
        if not settings["from_config"] and settings["starts_from_weights"]:
            model.freeze_feature_encoder()
    if settings["method"] == "lora":
        model = with_adapters(model, settings["lora_rank"])
    return Outputs(share_batch_norms(model)), training, test


def classifier(settings, modality, task, sizes):
    outputs = task.outputs(pretrained=True)
    automatic = getattr(transformers, CLASSIFIERS[modality])
    if settings["starts_from_weights"] and not settings["from_config"]:
        return automatic.from_pretrained(
            settings["weights"], num_labels=outputs, ignore_mismatched_sizes=True)
    if settings["tiny"]:
        sizes = TINY[settings["family"]] | sizes
    if settings["family"] == "wav2vec2":
        sizes = sizes | {"apply_spec_augment": False}
    configuration = transformers.AutoConfig.for_model(settings["family"], num_labels=outputs, **sizes)
    return automatic.from_config(configuration)


def with_adapters(model, rank):
    """Low-rank adapters on queries and values (Hu et al., 2022); the classifier is trained as well."""
    import peft

    names = {name.rsplit(".", 1)[-1] for name, _ in model.named_modules()}
    return peft.get_peft_model(model, peft.LoraConfig(
        r=rank, lora_alpha=2 * rank, lora_dropout=0.0,
        target_modules=[name for name in QUERY_AND_VALUE if name in names],
        modules_to_save=[name for name in HEADS if name in names]))


class TextInputs:
    """Token numbers, padded to the longest text of those asked for."""

    def __init__(self, tokenizer, texts, length):
        self.tokenizer, self.texts, self.length = tokenizer, texts, length

    def __call__(self, rows, device):
        texts = [self.texts[row] for row in rows.tolist()]
        batch = self.tokenizer(
            texts, truncation=True, max_length=self.length, padding=True, return_tensors="pt")
        return {name: batch[name].to(device) for name in ("input_ids", "attention_mask")}


def text_inputs(settings, data_settings, data, fitted_on):
    def texts(source, rows=None):
        columns = [column.values for column in source.columns if column.kind == "text"]
        joined = [" ".join(cells) for cells in zip(*columns)]
        return joined if rows is None else [joined[row] for row in rows]

    training = texts(data.training_source)
    if settings["from_config"]:
        tokenizer = own_tokenizer([training[row] for row in fitted_on])
    else:
        tokenizer = transformers.AutoTokenizer.from_pretrained(settings["weights"])
    length = settings["sequence"]
    test = TextInputs(tokenizer, texts(data.test_source, data.test_rows), length)
    sizes = {"vocab_size": len(tokenizer)} if settings["tiny"] else {}
    return TextInputs(tokenizer, training, length), test, sizes


def own_tokenizer(texts, limit=8000):
    """The commonest words of the training texts, where no vocabulary may be downloaded.

    Ties fall by spelling, so that every process numbers the words alike.
    """
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    normaliser, cutter = normalizers.BertNormalizer(lowercase=True), pre_tokenizers.BertPreTokenizer()
    counts = Counter(
        word for text in texts for word, _ in cutter.pre_tokenize_str(normaliser.normalize_str(text)))
    words = sorted(counts, key=lambda word: (-counts[word], word))[:limit]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    numbers = {word: number for number, word in enumerate(special + words)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normaliser, cutter
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", numbers["[CLS]"]), ("[SEP]", numbers["[SEP]"])])
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]")


class PictureInputs:
    """Pictures resized and normalised when they are asked for."""

    def __init__(self, pictures, side, mean, deviation):
        self.pictures, self.side = pictures, side
        self.mean = torch.tensor(mean).view(1, 3, 1, 1)
        self.deviation = torch.tensor(deviation).view(1, 3, 1, 1)

    def __call__(self, rows, device):
        whole = torch.stack([self.resized(self.pictures[row]) for row in rows.tolist()] or [
            torch.zeros(3, self.side, self.side)])[:len(rows)]
        return {"pixel_values": ((whole - self.mean) / self.deviation).to(device)}

    def resized(self, picture):
        picture = torch.from_numpy(numpy.ascontiguousarray(picture)).permute(2, 0, 1)[None].float()
        picture = nn.functional.interpolate(
            picture, size=(self.side, self.side), mode="bilinear", align_corners=False, antialias=True)[0]
        return picture.expand(3, -1, -1)


class FilePictures:
    """Pictures of a folder, read when they are asked for; values between 0 and 1."""

    def __init__(self, settings, files):
        self.settings, self.files = settings, files

    def __getitem__(self, row):
        from PIL import Image

        with Image.open(file_path(self.settings, self.files[row])) as image:
            return numpy.asarray(image.convert("RGB"), dtype=numpy.float32) / 255


def image_inputs(settings, data_settings, data, _):
    side, mean, deviation = settings["image_side"], [0.5] * 3, [0.5] * 3
    if settings["tiny"]:
        side = 32
    if settings["starts_from_weights"] and not settings["from_config"]:
        processor = transformers.AutoImageProcessor.from_pretrained(settings["weights"])
        mean, deviation = processor.image_mean, processor.image_std

    def pictures(source, rows):
        if source.files:
            return FilePictures(data_settings, [source.files[row] for row in rows])
        # Rows without files of their own: the pilot's pixels, drawn larger.
        shape = (-1, data_settings["side"], data_settings["side"], data_settings["channels"])
        return source.grid[rows].reshape(shape)

    every = numpy.arange(len(data.training_source.targets))
    training = PictureInputs(pictures(data.training_source, every), side, mean, deviation)
    test = PictureInputs(pictures(data.test_source, data.test_rows), side, mean, deviation)
    sizes = {"image_size": side} if settings["family"] in ("vit", "mobilenet_v2") else {}
    return training, test, sizes


class SoundInputs:
    """Waveforms of one length, mean 0 and standard deviation 1 each."""

    def __init__(self, settings, files):
        self.settings, self.files = settings, files

    def __call__(self, rows, device):
        from sound import fitted, read_wav

        rate = self.settings["sample_rate"]
        length = int(rate * self.settings["seconds"])
        waves = numpy.zeros((len(rows), length), dtype=numpy.float32)
        for place, row in enumerate(rows.tolist()):
            wave = fitted(read_wav(file_path(self.settings, self.files[row]), rate), length)
            waves[place] = (wave - wave.mean()) / (wave.std() + 1e-7)
        return {"input_values": torch.from_numpy(waves).to(device)}


def sound_inputs(settings, data_settings, data, _):
    training = SoundInputs(data_settings, data.training_source.files)
    test = SoundInputs(data_settings, [data.test_source.files[row] for row in data.test_rows])
    return training, test, {}
