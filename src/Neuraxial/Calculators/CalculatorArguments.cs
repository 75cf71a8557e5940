using NodaTime;

namespace Neuraxial;

/// <summary>Reads the inputs of a calculator; every problem is collected, none is guessed away.</summary>
internal sealed class CalculatorArguments
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> values;

    public CalculatorArguments(Calculator calculator, IReadOnlyDictionary<string, IReadOnlyList<string>> values, Formulary formulary)
    {
        this.values = values;
        Formulary = formulary;
        foreach (var (name, given) in values)
        {
            var input = calculator.Inputs.FirstOrDefault(candidate => candidate.Name == name);
            if (input is null)
            {
                Fault(name, $"unknown; expected one of {string.Join(", ", calculator.Inputs.Select(candidate => "--" + candidate.Name))}");
            }
            else if (given.Count > 1 && input.Kind != InputKind.Repeated)
            {
                Fault(name, "given twice; expected once");
            }
        }

        foreach (var input in calculator.Inputs.Where(input => input.Kind is InputKind.Required or InputKind.Repeated && !Has(input.Name)))
        {
            Fault(input.Name, $"missing; expected {input.Description}");
        }
    }

    public ProblemList Problems { get; } = new();

    public Formulary Formulary { get; }

    public bool Has(string name) => values.TryGetValue(name, out var given) && given.Count > 0;

    public void Fault(string name, string message) => Problems.Add("--" + name, message);

    public IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name, []);

    /// <summary>Whether every input that was asked for so far could be read: only then are the values real.</summary>
    public bool IsComplete => Problems.IsEmpty;

    /// <summary>A quantity that may be zero. A stand-in of zero where it could not be read: ask <see cref="IsComplete"/> before working with it.</summary>
    public T Quantity<T>(string name)
        where T : struct, IQuantity<T> => Has(name) ? Taken(name, QuantityText.Parse<T>(Texts(name)[0])) : default;

    /// <summary>A quantity by which is divided.</summary>
    public T Positive<T>(string name)
        where T : struct, IQuantity<T>
    {
        if (Has(name) && QuantityText.Parse<T>(Texts(name)[0]) is { Succeeded: true } parsed && parsed.Value.CompareTo(T.Zero) == 0)
        {
            Fault(name, $"{parsed.Value} is nothing; expected more");
            return default;
        }

        return Quantity<T>(name);
    }

    /// <summary>A quantity that may be absent.</summary>
    public T? Optional<T>(string name)
        where T : struct, IQuantity<T> => Has(name) ? Quantity<T>(name) : null;

    public Duration Duration(string name) => Has(name) ? Taken(name, QuantityText.ParseDuration(Texts(name)[0])) : default;

    public Duration PositiveDuration(string name)
    {
        if (Has(name) && QuantityText.ParseDuration(Texts(name)[0]) is { Succeeded: true } parsed && parsed.Value == NodaTime.Duration.Zero)
        {
            Fault(name, "a duration of nothing; expected more than 0 min");
            return default;
        }

        return Duration(name);
    }

    public Duration? OptionalDuration(string name) => Has(name) ? Duration(name) : null;

    public OffsetDateTime? OptionalMoment(string name) => Has(name) ? Taken(name, DateText.ParseMoment(Texts(name)[0])) : null;

    /// <summary>A whole number in a stated range.</summary>
    public int Count(string name, int least, int most)
    {
        var text = Has(name) ? Texts(name)[0] : "";
        if (
            int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            && count >= least
            && count <= most
        )
        {
            return count;
        }

        if (Has(name))
        {
            Fault(name, $"'{Printable.OneLine(text, 40)}' is no count; expected a whole number from {least} to {most}");
        }

        return least;
    }

    /// <summary>Exactly one of two inputs must be there.</summary>
    public bool OneOf(string first, string second)
    {
        if (Has(first) != Has(second))
        {
            return true;
        }

        Fault(first, Has(first) ? $"given beside --{second}; expected one of the two" : $"missing; expected --{first} or --{second}");
        return false;
    }

    private T Taken<T>(string name, Parsed<T> parsed)
        where T : struct
    {
        if (parsed.Succeeded)
        {
            return parsed.Value;
        }

        Fault(name, parsed.Problem);
        return default;
    }
}
