using System.Text;

namespace Neuraxial.Cli.Tests;

/// <summary>Changes to the bytes of a file, as a bad disk, a bad editor or a bad person makes them.</summary>
internal static class ByteChanges
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "1e999",
            "-0",
            "NaN",
            "// x\n",
            "/* x */",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\\u001b[2J",
            "\\n",
            "\u0000",
            "\u001b",
            "\r\n",
            "\u2028",
            "\u202e",
            "\ufeff",
            "0",
            "9",
            " ",
            "\u00a0",
            "e",
            "\u0435",
            "[[[[[[[[[[",
            "{\"a\":",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff],
        [0xc0, 0xaf],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
    ];

    public static byte[] Apply(byte[] bytes, Choices choices, string[] seeds)
    {
        var at = choices.Below(bytes.Length + 1);
        var length = Math.Min(choices.Below(40), bytes.Length - at);
        return choices.Below(6) switch
        {
            0 => [.. bytes[..at], .. choices.Of(Pieces), .. bytes[at..]],
            1 => Flipped(bytes, at, choices),
            2 => [.. bytes[..at], .. bytes[(at + length)..]],
            3 => [.. bytes[..(at + length)], .. bytes[at..]],
            4 => [.. bytes[..at], .. Tail(choices, seeds)],
            _ => bytes[..at],
        };
    }

    private static byte[] Flipped(byte[] bytes, int at, Choices choices)
    {
        byte[] flipped = [.. bytes];
        if (at < flipped.Length)
        {
            flipped[at] = (byte)choices.Below(256);
        }

        return flipped;
    }

    private static byte[] Tail(Choices choices, string[] seeds)
    {
        var other = Encoding.UTF8.GetBytes(choices.Of(seeds));
        return other[choices.Below(other.Length)..];
    }
}
