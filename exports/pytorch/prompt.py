"""Asks a published language model for the class of every held-out row, by the same protocol each time.

The prompt names the classes, shows the labelled training rows nearest to the case (retrieval) or the same
few for all cases, and the class whose name the model finds likeliest is its answer. Nothing is trained.
Write the prompt with the training rows alone; the held-out rows are looked at once, by this program.
"""

import argparse

import numpy
import torch
import transformers

from configuration import ROOT, load_configuration
from data import load_data
from evaluate import report
from parallel import Team


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, help="score the first so many held-out rows only")
    parser.add_argument("--tiny", action="store_true", help="a few random layers, offline, to try things out")
    return parser.parse_args()


def case_text(source, row):
    """A row in words: `name: value` for each column; a single text column as it is."""
    if len(source.columns) == 1 and source.columns[0].kind == "text":
        return source.columns[0].values[row]
    return "; ".join(f"{column.name}: {column.values[row]}" for column in source.columns)


def examples_for(settings, data):
    """The training rows shown with each held-out row, shape [test rows, examples]."""
    count = settings["examples"]
    if settings["retrieves"]:
        training, test = data.encoded()
        known = training[data.training_rows]
        known = known / numpy.maximum(numpy.linalg.norm(known, axis=1, keepdims=True), 1e-9)
        nearest = numpy.argsort(-(test @ known.T), axis=1, kind="stable")[:, :count]
        # The nearest one stands last, next to the question.
        return data.training_rows[nearest[:, ::-1]]
    targets = data.training_source.targets[data.training_rows]
    labels = range(len(data.classes))
    turns = [data.training_rows[targets == label] for label in labels]
    shown = [turns[place % len(turns)][place // len(turns)] for place in range(count)]
    return numpy.tile(shown, (len(data.test_rows), 1))


def prompt(settings, data, examples, row):
    source = data.training_source
    lines = [settings["instruction"], "Classes: " + ", ".join(data.classes), ""]
    for example in examples:
        answer = data.classes[int(source.targets[example])]
        lines += [f"Case: {case_text(source, example)}", f"Class: {answer}", ""]
    return "\n".join([*lines, f"Case: {case_text(data.test_source, row)}", "Class:"])


def load_model(settings, tiny, texts):
    if not tiny:
        tokenizer = transformers.AutoTokenizer.from_pretrained(settings["weights"])
        model = transformers.AutoModelForCausalLM.from_pretrained(settings["weights"], dtype="auto")
        return tokenizer, model
    from pretrained import own_tokenizer

    tokenizer = own_tokenizer(texts)
    configuration = transformers.LlamaConfig(
        hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=1, vocab_size=len(tokenizer))
    torch.manual_seed(settings["seed"])
    return tokenizer, transformers.AutoModelForCausalLM.from_config(configuration)


@torch.no_grad()
def class_scores(model, tokenizer, text, classes, length, device):
    """Probabilities of the classes: the likelihood of each name after the prompt, made to add up to 1."""
    begun = tokenizer(text, add_special_tokens=False)["input_ids"]
    totals = []
    for name in classes:
        answer = tokenizer(" " + name, add_special_tokens=False)["input_ids"]
        # A prompt that is too long loses its beginning, never the case itself.
        tokens = torch.tensor([begun[-(length - len(answer)):] + answer], device=device)
        likelihoods = torch.log_softmax(model(input_ids=tokens).logits[0].float(), dim=1)
        places = torch.arange(tokens.shape[1] - len(answer) - 1, tokens.shape[1] - 1)
        totals.append(likelihoods[places, tokens[0, places + 1]].sum())
    return torch.softmax(torch.stack(totals), dim=0).cpu().numpy()


def main():
    options = arguments()
    settings = load_configuration()["target"]
    data, team = load_data(), Team()
    if data.task == "regression":
        raise SystemExit("a number cannot be chosen from class names; this program answers with classes only")
    examples = examples_for(settings, data)
    rows = data.test_rows[:options.rows]
    prompts = [prompt(settings, data, shown, row) for shown, row in zip(examples, rows)]
    tokenizer, model = load_model(settings, options.tiny, prompts)
    model.to(team.device).eval()
    mine, places = team.share(torch.arange(len(rows)))
    scores = numpy.zeros((len(mine), len(data.classes)), dtype=numpy.float32)
    for place, index in enumerate(mine.tolist()):
        scores[place] = class_scores(
            model, tokenizer, prompts[index], data.classes, settings["sequence"], team.device)
    whole = team.gather(torch.from_numpy(scores).to(team.device), places, len(rows)).cpu().numpy()
    report("target", whole, data.test_source.targets[rows], ROOT / "out" / "target", team)
    team.end()


if __name__ == "__main__":
    main()
