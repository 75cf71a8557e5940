using System.Buffers;
using System.Globalization;
using System.Text;
using Parquet;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Tables are read back as what they were, Parquet by a library that others made.</summary>
public sealed class TableTests
{
    private static readonly Table Sample = new([
        new TableColumn("time h", [0, 0.25, 1.0 / 3]),
        new TableColumn("morphine csf L3 ng/mL", (double[])[Math.PI, -1e-300, double.MaxValue]),
        new TableColumn("of \"µ\", quoted", [5e-324, 0, 1e22]),
    ]);

    [Fact]
    public void Comma_separated_values_read_back_as_the_same_numbers_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var lines = Encoding.UTF8.GetString(Written(CsvTable.Write, Sample)).Split('\n');
            Assert.Equal("time h,morphine csf L3 ng/mL,\"of \"\"µ\"\", quoted\"", lines[0]);
            Assert.Equal(5, lines.Length);
            for (var row = 0; row < Sample.Rows; row++)
            {
                Assert.Equal(
                    Sample.Columns.Select(column => column.Values[row]),
                    lines[row + 1].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
                );
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(200)]
    public async Task Another_reader_finds_every_column_of_a_parquet_file(int columns)
    {
        var table = new Table([
            .. Enumerable
                .Range(0, columns)
                .Select(i => new TableColumn($"column {i} µg", [.. Enumerable.Range(0, 100).Select(row => (row * 1e-3) - i)])),
        ]);
        await AssertReadBack(table);
    }

    [Fact]
    public Task Another_reader_finds_the_same_numbers() => AssertReadBack(Sample);

    [Fact]
    public void Columns_have_one_length_and_names_of_their_own()
    {
        Assert.Throws<ArgumentException>(() => new Table([]));
        Assert.Throws<ArgumentException>(() => new Table([new TableColumn("a", [1]), new TableColumn("b", [1, 2])]));
        Assert.Throws<ArgumentException>(() => new Table([new TableColumn("a", [1]), new TableColumn("a", [2])]));
    }

    private static async Task AssertReadBack(Table table)
    {
        using var file = new MemoryStream(Written(ParquetTable.Write, table));
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(table.Columns.Select(column => column.Name), reader.Schema.DataFields.Select(field => field.Name), StringComparer.Ordinal);
        using var rows = reader.OpenRowGroupReader(0);
        foreach (var (column, field) in table.Columns.Zip(reader.Schema.DataFields))
        {
            Assert.False(field.IsNullable);
            var values = new double[table.Rows];
            await rows.ReadAsync<double>(field, values, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(column.Values, values);
        }
    }

    private static byte[] Written(Action<Table, IBufferWriter<byte>> write, Table table)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(table, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
