using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Neuraxial.Simulation;

/// <summary>
/// A table as an Apache Parquet file: one group of rows, each column one page of plain doubles, nothing compressed. Every reader of the format takes it.
/// </summary>
/// <remarks>
/// <para>
/// The layout is that of the format's description (https://github.com/apache/parquet-format, <c>README.md</c> and <c>parquet.thrift</c>): the magic number, the
/// pages, each behind its header, the description of the file, its length, the magic number. Headers are in Thrift's compact protocol.
/// </para>
/// <para>Written here since the library that is served cannot be compiled ahead of time without warnings (docs/decisions/0020); a test reads the file with it.</para>
/// </remarks>
public static class ParquetTable
{
    private const int Double = 5;
    private const int Required = 0;
    private const int Plain = 0;
    private const int RunLengths = 3;
    private const int Uncompressed = 0;
    private const int DataPage = 0;
    private const int FormatVersion = 1;
    private static readonly byte[] Magic = [.. "PAR1"u8];

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Table table, IBufferWriter<byte> output)
    {
        output.Write(Magic);
        var position = (long)Magic.Length;
        var chunks = new List<Chunk>(table.Columns.Count);
        var bytes = checked(table.Rows * sizeof(double));
        foreach (var column in table.Columns)
        {
            var header = PageHeader(table.Rows, bytes);
            output.Write(header);
            Doubles(output, column.Values);
            chunks.Add(new Chunk(column.Name, position, header.Length + bytes));
            position += header.Length + bytes;
        }

        var footer = Footer(table, chunks);
        output.Write(footer);
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), footer.Length);
        output.Advance(sizeof(int));
        output.Write(Magic);
    }

    private static void Doubles(IBufferWriter<byte> output, IReadOnlyList<double> values)
    {
        // Numbers lie in the file as in the memory of every machine that .NET runs on but one kind.
        if (values is double[] array && BitConverter.IsLittleEndian)
        {
            output.Write(MemoryMarshal.AsBytes(array.AsSpan()));
            return;
        }

        foreach (var value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), value);
            output.Advance(sizeof(double));
        }
    }

    private static byte[] PageHeader(int rows, int bytes)
    {
        var thrift = new Thrift();
        thrift.Integer(1, DataPage);
        thrift.Integer(2, bytes);
        thrift.Integer(3, bytes);
        thrift.Begin(5);
        thrift.Integer(1, rows);
        thrift.Integer(2, Plain);
        thrift.Integer(3, RunLengths);
        thrift.Integer(4, RunLengths);
        thrift.End();
        return thrift.Close();
    }

    private static byte[] Footer(Table table, List<Chunk> chunks)
    {
        var thrift = new Thrift();
        thrift.Integer(1, FormatVersion);
        thrift.List(2, chunks.Count + 1);
        thrift.BeginItem();
        thrift.Text(4, "table");
        thrift.Integer(5, chunks.Count);
        thrift.End();
        foreach (var chunk in chunks)
        {
            thrift.BeginItem();
            thrift.Integer(1, Double);
            thrift.Integer(3, Required);
            thrift.Text(4, chunk.Name);
            thrift.End();
        }

        thrift.Long(3, table.Rows);
        thrift.List(4, 1);
        thrift.BeginItem();
        thrift.List(1, chunks.Count);
        foreach (var chunk in chunks)
        {
            thrift.BeginItem();
            thrift.Long(2, chunk.Position);
            thrift.Begin(3);
            thrift.Integer(1, Double);
            thrift.Integers(2, [Plain, RunLengths]);
            thrift.Texts(3, [chunk.Name]);
            thrift.Integer(4, Uncompressed);
            thrift.Long(5, table.Rows);
            thrift.Long(6, chunk.Bytes);
            thrift.Long(7, chunk.Bytes);
            thrift.Long(9, chunk.Position);
            thrift.End();
            thrift.End();
        }

        thrift.Long(2, chunks.Sum(chunk => (long)chunk.Bytes));
        thrift.Long(3, table.Rows);
        thrift.End();
        thrift.Text(6, "neuraxial");
        return thrift.Close();
    }

    /// <summary>Where a column lies.</summary>
    private sealed record Chunk(string Name, long Position, int Bytes);

    /// <summary>
    /// Writes structs in Thrift's compact protocol: a field is the distance of its number from that of the field before and its type in one byte, then its value;
    /// integers are zigzag varints; a struct ends with a zero.
    /// </summary>
    private sealed class Thrift
    {
        private const int TypeInteger = 5;
        private const int TypeLong = 6;
        private const int TypeText = 8;
        private const int TypeList = 9;
        private const int TypeStruct = 12;
        private const int ShortList = 15;
        private readonly ArrayBufferWriter<byte> bytes = new();
        private readonly Stack<int> fields = new([0]);

        public void Integer(int field, int value) => Number(field, TypeInteger, value);

        public void Long(int field, long value) => Number(field, TypeLong, value);

        public void Text(int field, string value)
        {
            Field(field, TypeText);
            Text(value);
        }

        /// <summary>A list of structs: each begins and ends by itself.</summary>
        public void List(int field, int count) => List(field, count, TypeStruct);

        public void Integers(int field, ReadOnlySpan<int> values)
        {
            List(field, values.Length, TypeInteger);
            foreach (var value in values)
            {
                Varint(ZigZag(value));
            }
        }

        public void Texts(int field, ReadOnlySpan<string> values)
        {
            List(field, values.Length, TypeText);
            foreach (var value in values)
            {
                Text(value);
            }
        }

        public void Begin(int field)
        {
            Field(field, TypeStruct);
            BeginItem();
        }

        public void BeginItem() => fields.Push(0);

        public void End()
        {
            fields.Pop();
            Byte(0);
        }

        /// <summary>Ends the outermost struct.</summary>
        public byte[] Close()
        {
            Byte(0);
            return bytes.WrittenSpan.ToArray();
        }

        private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

        private void Number(int field, int type, long value)
        {
            Field(field, type);
            Varint(ZigZag(value));
        }

        private void List(int field, int count, int type)
        {
            Field(field, TypeList);
            Byte((byte)((Math.Min(count, ShortList) << 4) | type));
            if (count >= ShortList)
            {
                Varint((ulong)count);
            }
        }

        /// <summary>Fields here lie less than sixteen apart and in order, so that each takes one byte.</summary>
        private void Field(int field, int type)
        {
            Byte((byte)(((field - fields.Pop()) << 4) | type));
            fields.Push(field);
        }

        private void Text(string value)
        {
            var utf8 = Encoding.UTF8.GetBytes(value);
            Varint((ulong)utf8.Length);
            bytes.Write(utf8);
        }

        private void Varint(ulong value)
        {
            while (value >= 0x80)
            {
                Byte((byte)((value & 0x7F) | 0x80));
                value >>= 7;
            }

            Byte((byte)value);
        }

        private void Byte(byte value)
        {
            bytes.GetSpan(1)[0] = value;
            bytes.Advance(1);
        }
    }
}
