namespace Neuraxial.Papers;

/// <summary>One part of the paper.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading, and its line in the contents.</param>
/// <param name="For">Who works with it.</param>
/// <param name="Body">What stands below the heading.</param>
internal sealed record Section(string Id, string Title, string For, Html Body)
{
    /// <summary>Whether it has so little to say that it follows the one before on its page, and no sheet of its own is printed for it.</summary>
    public bool IsBrief { get; init; }
}
