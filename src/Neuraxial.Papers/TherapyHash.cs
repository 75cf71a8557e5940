using System.Security.Cryptography;

namespace Neuraxial.Papers;

/// <summary>
/// The SHA-256 of a therapy file, byte for byte as it was planned: what <c>sha256sum FILE</c> prints. It ties a printed paper to the file behind it; a
/// file with one space more has another.
/// </summary>
public sealed record TherapyHash
{
    private TherapyHash(string hexadecimal) => Hexadecimal = hexadecimal;

    /// <summary>64 hexadecimal digits in lower case.</summary>
    public string Hexadecimal { get; }

    /// <summary>The first twelve digits, for the head of every page.</summary>
    public string Fragment => Hexadecimal[..12];

    /// <summary>The hash of a file.</summary>
    /// <param name="utf8">The bytes that were read.</param>
    public static TherapyHash Of(ReadOnlySpan<byte> utf8) => new(Convert.ToHexStringLower(SHA256.HashData(utf8)));

    /// <summary>The digits.</summary>
    public override string ToString() => Hexadecimal;
}
