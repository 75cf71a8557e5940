using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>What ties a paper to its file.</summary>
public sealed class HashTests
{
    public static TheoryData<string> Names => [.. Printed.Names];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-28")]
    public void The_square_code_holds_what_is_printed_beside_it_and_nothing_else(string name)
    {
        var printed = Printed.Example(name);
        var sum = Convert.ToHexStringLower(SHA256.HashData(printed.File));
        var code = printed.Page.QuerySelector("svg.qr path")!.GetAttribute("d")!;
        Assert.Equal($"neuraxial therapy sha256 {sum}", QrReader.Text(code));
        Assert.Equal(sum, Printed.Words(printed.Page.QuerySelector(".seal .hash")!).Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains($"Therapy file {sum[..12]}", printed.Page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_is_SHA_256() =>
        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", TherapyHash.Of(Encoding.ASCII.GetBytes("abc")).Hexadecimal);
}
