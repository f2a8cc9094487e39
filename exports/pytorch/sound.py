"""Recordings as 16-bit WAV files: their samples, and their log-mel picture."""

import wave

import numpy


def read_wav(path, rate):
    """Samples between −1 and 1, channels averaged, at `rate` samples a second."""
    with wave.open(str(path), "rb") as file:
        if file.getsampwidth() != 2:
            raise SystemExit(f"{path}: only 16-bit WAV files are read here; convert it first")
        samples = numpy.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(numpy.float32)
        samples = samples.reshape(-1, file.getnchannels()).mean(1) / 32768
        found = file.getframerate()
    if found != rate:
        places = numpy.arange(int(len(samples) * rate / found)) * found / rate
        samples = numpy.interp(places, numpy.arange(len(samples)), samples).astype(numpy.float32)
    return samples


def fitted(samples, length):
    """Cut or filled with silence to `length` samples, the sound in the middle."""
    if len(samples) >= length:
        start = (len(samples) - length) // 2
        return samples[start:start + length]
    before = (length - len(samples)) // 2
    return numpy.pad(samples, (before, length - len(samples) - before))


def log_mel(samples, rate, bands=40):
    """Shape [frames, bands]: natural logarithms of mel energies, 30 ms every 10 ms, Hann window."""
    frame, hop = rate * 30 // 1000, rate // 100
    length = 1 << (frame - 1).bit_length()
    starts = range(0, len(samples) - frame + 1, hop)
    frames = numpy.stack([samples[start:start + frame] for start in starts]) * numpy.hanning(frame)
    power = numpy.abs(numpy.fft.rfft(frames, length)) ** 2
    return numpy.log(power @ mel_filters(rate, length, bands) + 1e-6).astype(numpy.float32)


def mel_filters(rate, length, bands):
    """Triangles of equal width on the mel scale of O'Shaughnessy (1987), shape [frequencies, bands]."""
    def mel(hertz):
        return 2595 * numpy.log10(1 + hertz / 700)

    frequencies = mel(numpy.fft.rfftfreq(length, 1 / rate))
    edges = numpy.linspace(mel(20), mel(rate / 2), bands + 2)
    rising = (frequencies[:, None] - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - frequencies[:, None]) / (edges[2:] - edges[1:-1])
    return numpy.maximum(0, numpy.minimum(rising, falling))
