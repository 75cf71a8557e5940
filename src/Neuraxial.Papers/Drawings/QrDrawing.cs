using System.Globalization;
using System.Text;
using QRCoder;

namespace Neuraxial.Papers;

/// <summary>The square code of a therapy's hash, as a drawing in the document.</summary>
internal static class QrDrawing
{
    private const int Margin = 4;

    /// <summary>What the code holds, word for word: no name, no number of a patient, no address.</summary>
    public static string Content(TherapyHash hash) => "neuraxial therapy sha256 " + hash.Hexadecimal;

    /// <summary>Draws it: dark squares, merged along each row, with the margin that readers need.</summary>
    public static Html Of(TherapyHash hash)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Encoding.ASCII.GetBytes(Content(hash)), QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;

        // The library's matrix brings the margin along.
        var size = rows.Count;
        var path = new StringBuilder();
        for (var y = Margin; y < size - Margin; y++)
        {
            for (var x = Margin; x < size - Margin; x++)
            {
                var end = x;
                while (end < size - Margin && rows[y][end])
                {
                    end++;
                }

                if (end > x)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}v1h-{end - x}z");
                    x = end;
                }
            }
        }

        return Html.Of(
            $"""
            <svg class="qr" role="img" aria-label="Square code with the hash of the therapy’s file" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path.ToString()}" fill="#000"/></svg>

            """
        );
    }
}
