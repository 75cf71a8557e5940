using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Neuraxial.Papers.Tests;

/// <summary>
/// Reads a QR code of version 6 with error correction M from its drawing (ISO/IEC 18004): mask, order of the modules, blocks, byte mode. It corrects no errors: a
/// drawing has none. Shares no code with what drew it.
/// </summary>
internal static partial class QrReader
{
    private const int Size = 41;
    private const int Margin = 4;
    private const int Blocks = 4;
    private const int DataInBlock = 27;

    /// <summary>The text of a code.</summary>
    /// <param name="path">The drawing's path: rows of dark modules as <c>Mx yhn…</c>, the margin counted.</param>
    public static string Text(string path)
    {
        var dark = Dark(path);
        var words = Codewords(dark, Mask(dark));

        // Blocks are interleaved word by word.
        var data = Enumerable
            .Range(0, Blocks)
            .SelectMany(block => Enumerable.Range(0, DataInBlock).Select(i => words[(i * Blocks) + block]))
            .ToArray();
        var bits = string.Concat(data.Select(word => Convert.ToString(word, 2).PadLeft(8, '0')));
        if (bits[..4] != "0100")
        {
            throw new XunitException("the code is not in byte mode");
        }

        var length = Convert.ToInt32(bits.Substring(4, 8), 2);
        return Encoding.UTF8.GetString([.. Enumerable.Range(0, length).Select(i => Convert.ToByte(bits.Substring(12 + (8 * i), 8), 2))]);
    }

    private static bool[,] Dark(string path)
    {
        var dark = new bool[Size, Size];
        foreach (Match run in Run().Matches(path))
        {
            int Number(string name) => int.Parse(run.Groups[name].Value, CultureInfo.InvariantCulture);
            for (var i = 0; i < Number("length"); i++)
            {
                dark[Number("y") - Margin, Number("x") - Margin + i] = true;
            }
        }

        return dark;
    }

    /// <summary>The mask's number, from the format beside the upper left finder, itself masked with 101010000010010; its first two bits are the level, 00 for M.</summary>
    private static int Mask(bool[,] dark)
    {
        var format = 0;
        for (var x = 0; x < 5; x++)
        {
            format = (format << 1) | (dark[8, x] ? 1 : 0);
        }

        format ^= 0b10101;
        return format >> 3 == 0b00 ? format & 0b111 : throw new XunitException("the code is not of level M");
    }

    private static List<int> Codewords(bool[,] dark, int mask)
    {
        var bits = new List<bool>();
        var upwards = true;
        for (var right = Size - 1; right > 0; right -= 2)
        {
            // The column of the timing pattern is stepped over.
            right = right == 6 ? 5 : right;
            for (var i = 0; i < Size; i++)
            {
                var y = upwards ? Size - 1 - i : i;
                foreach (var x in new[] { right, right - 1 })
                {
                    if (!IsFunction(x, y))
                    {
                        bits.Add(dark[y, x] ^ IsMasked(mask, x, y));
                    }
                }
            }

            upwards = !upwards;
        }

        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => chunk.Aggregate(0, (word, bit) => (word << 1) | (bit ? 1 : 0)))];
    }

    private static bool IsFunction(int x, int y) =>
        (x < 9 && y < 9) || (x > Size - 9 && y < 9) || (x < 9 && y > Size - 9) || x == 6 || y == 6 || (Math.Abs(x - 34) < 3 && Math.Abs(y - 34) < 3);

    private static bool IsMasked(int mask, int x, int y) =>
        mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => ((y / 2) + (x / 3)) % 2 == 0,
            5 => (x * y % 2) + (x * y % 3) == 0,
            6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
            _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
        };

    [GeneratedRegex("M(?<x>[0-9]+) (?<y>[0-9]+)h(?<length>[0-9]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Run();
}
