using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Days and times that do not exist, have no offset, or come in the wrong order.</summary>
public sealed class DateFaultTests
{
    [Theory]
    [Trait("Hazard", "HZ-49")]
    [InlineData("2026-02-30T10:00:00Z", "February has no 30th")]
    [InlineData("2027-02-29T10:00:00Z", "2027 is no leap year")]
    [InlineData("1900-02-29T10:00:00Z", "nor was 1900")]
    [InlineData("2026-11-31T10:00:00Z", "November has 30 days")]
    [InlineData("2026-13-01T10:00:00Z", "a thirteenth month")]
    [InlineData("2026-00-10T10:00:00Z", "a month of nothing")]
    [InlineData("2026-11-24T24:00:00Z", "midnight is 00:00 of the next day")]
    [InlineData("2026-11-24T10:60:00Z", "sixty minutes")]
    [InlineData("2026-11-24T10:00:60Z", "a leap second")]
    [InlineData("2026-11-24T10:00:00", "no offset: nobody can tell when that is")]
    [InlineData("2026-11-24", "no time")]
    [InlineData("2026-11-24T10:00:00+25:00", "no such offset")]
    [InlineData("2026-11-24T10:00:00+0100", "an offset without its colon")]
    [InlineData("2026-11-24 10:00:00Z", "a space for the T")]
    [InlineData("2026-11-24T10:00:00 Z", "a space before the offset")]
    [InlineData(" 2026-11-24T10:00:00Z", "a space in front")]
    [InlineData("24-11-2026T10:00:00Z", "another order")]
    [InlineData("11/24/2026 10:00", "another form")]
    [InlineData("2026-11-24T10:00:00[Europe/London]", "a zone is no offset")]
    [InlineData("0026-11-24T10:00:00Z", "a year of another age")]
    [InlineData("20266-11-24T10:00:00Z", "a digit too many")]
    [InlineData("+2026-11-24T10:00:00Z", "a sign")]
    [InlineData("\u0662\u0660\u0662\u0666-11-24T10:00:00Z", "digits of another script")]
    [InlineData("now", "a word")]
    [InlineData("", "nothing")]
    public void A_moment_that_does_not_exist_or_is_not_certain_is_refused(string moment, string why)
    {
        Assert.NotEmpty(why);
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.fill.at", $"\"{moment}\""),
            "$.fill.at",
            $"'{moment}' is no moment; expected a day and time that exist, with an offset, as 2026-11-24T10:00:00Z or 2026-11-24T10:00+01:00"
        );
    }

    [Theory]
    [InlineData("1958-02-30")]
    [InlineData("1957-02-29")]
    [InlineData("1958-3-2")]
    [InlineData("58-03-02")]
    [InlineData("02-03-1958")]
    [InlineData("1958-03-02T00:00:00Z")]
    [InlineData("1858-03-02")]
    [InlineData("1958")]
    public void A_day_that_does_not_exist_or_is_not_certain_is_refused(string day) =>
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.patient.birthDate", $"\"{day}\""),
            "$.patient.birthDate",
            $"'{day}' is no date; expected a day that exists, as 1958-03-02"
        );

    [Theory]
    [Trait("Hazard", "HZ-49")]
    [InlineData("2028-02-29T10:00:00Z", "2028-02-29T10:00:00Z")]
    [InlineData("2026-11-24T10:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-24T10:00+01:00", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T10:00:00.5-05:00", "2026-11-24T15:00:00Z")]
    public void A_moment_that_exists_is_read_in_any_offset(string moment, string utc) =>
        Assert.Equal(utc, DateText.Write(Therapies.Read(Therapies.Continuous.With("$.fill.at", $"\"{moment}\"")).Fill.Instant));

    [Fact]
    public void Nobody_is_born_after_the_fill() =>
        Therapies.AssertRefused(
            Therapies.Full.With("$.patient.birthDate", "\"2026-11-25\""),
            "$.patient.birthDate",
            "2026-11-25 is after the fill on 2026-11-24; expected a date before it"
        );

    [Theory]
    [InlineData("2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z is not before the new fill at 2026-11-24T10:00:00Z; expected an earlier time")]
    [InlineData("2026-11-24T09:30:00-01:00", "2026-11-24T10:30:00Z is not before the new fill at 2026-11-24T10:00:00Z")]
    [InlineData("2027-10-24T10:00:00Z", "2027-10-24T10:00:00Z is not before the new fill")]
    [InlineData("1920-10-24T10:00:00Z", "1920-10-24T10:00:00Z is more than a hundred years before the new fill; expected a later time")]
    public void The_old_fill_came_before_the_new_one_and_not_in_another_age(string old, string words) =>
        Therapies.AssertRefused(Therapies.Full.With("$.previous.fill.at", $"\"{old}\""), "$.previous.fill.at", words);
}
