namespace Neuraxial.Cli;

/// <summary>How far a long command has come: one line on a terminal, which goes when it is done; nothing in a pipe.</summary>
/// <param name="what">What is counted.</param>
internal sealed class Progress(string what) : IDisposable
{
    private const int Each = 500;
    private readonly bool isShown = !Console.IsErrorRedirected;
    private int count;

    /// <summary>One more is done.</summary>
    public void One()
    {
        count++;
        if (isShown && count % Each == 0)
        {
            Console.Error.Write($"\r{Display.Number(count)} {what}");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (isShown && count >= Each)
        {
            Console.Error.Write("\r" + new string(' ', what.Length + 20) + "\r");
        }
    }
}
