using System.Globalization;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Runs a check under the cultures that misread numbers: comma for point, points as groups, dotless i, other digits, other calendars (HZ-10).</summary>
internal static class Cultures
{
    public static TheoryData<string> Names => ["de-DE", "fr-FR", "tr-TR", "ar-SA", "en-GB"];

    public static T Under<T>(string culture, Func<T> check)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            return check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
