using System.Text;

namespace Neuraxial.Cli.Tests;

/// <summary>A stream that gives one piece a read, and notes how many lines stood in the output when it was asked for it.</summary>
internal sealed class Dialogue(IEnumerable<string> pieces, MemoryStream output) : Stream
{
    private readonly Queue<byte[]> left = new(pieces.Select(Encoding.UTF8.GetBytes));

    public List<int> AnswersBeforeEachRead { get; } = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        AnswersBeforeEachRead.Add(output.ToArray().Count(character => character == '\n'));
        if (!left.TryDequeue(out var piece))
        {
            return 0;
        }

        piece.CopyTo(buffer, offset);
        return piece.Length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
