namespace Neuraxial.Cli;

/// <summary>How far a long command has come: one line on a terminal, which goes when it is done; nothing in a pipe.</summary>
/// <param name="what">What is counted.</param>
/// <param name="each">After how many the line is written anew; what takes long is told more often.</param>
internal sealed class Progress(string what, int each = 500) : IDisposable
{
    private readonly bool isShown = !Console.IsErrorRedirected;
    private int count;

    /// <summary>One more is done.</summary>
    public void One()
    {
        count++;
        if (isShown && count % each == 0)
        {
            Console.Error.Write($"\r{Display.Number(count)} {what}");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (isShown && count >= each)
        {
            Console.Error.Write("\r" + new string(' ', what.Length + 20) + "\r");
        }
    }
}
