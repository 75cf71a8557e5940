namespace Neuraxial;

/// <summary>What a calculator takes under one name.</summary>
/// <param name="Name">As the option and the field are called, without dashes in front: <c>fluid-path</c>.</param>
/// <param name="Description">What it is, with its unit.</param>
/// <param name="Kind">Whether it must be there, and how often.</param>
public sealed record CalculatorInput(string Name, string Description, InputKind Kind);

/// <summary>How often an input is given.</summary>
public enum InputKind
{
    /// <summary>Once.</summary>
    Required,

    /// <summary>Once or not at all.</summary>
    Optional,

    /// <summary>Once or more.</summary>
    Repeated,

    /// <summary>Not at all or as a bare word without a value.</summary>
    Flag,
}

/// <summary>
/// One question with its formula: the same functions that a plan is made with, one at a time. Inputs are texts in the grammar of quantities;
/// there is no default for any of them.
/// </summary>
public sealed class Calculator
{
    private readonly Func<CalculatorArguments, CalculatorResult?> work;

    internal Calculator(string name, string summary, string formula, CalculatorInput[] inputs, Func<CalculatorArguments, CalculatorResult?> work)
    {
        Name = name;
        Summary = summary;
        Formula = formula;
        Inputs = inputs;
        this.work = work;
    }

    /// <summary>Its name on the command line.</summary>
    public string Name { get; }

    /// <summary>What it answers.</summary>
    public string Summary { get; }

    /// <summary>How, in the words of its inputs.</summary>
    public string Formula { get; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<CalculatorInput> Inputs { get; }

    /// <summary>Every calculator, by name. To add one, add it to the list of its family and to the table of its tests.</summary>
    public static IReadOnlyList<Calculator> All { get; } =
    [
        .. DoseCalculators
            .All.Concat(PathCalculators.All)
            .Concat(ContainerCalculators.All)
            .Concat(DeviceCalculators.All)
            .Concat(CompoundingCalculators.All)
            .Concat(ConversionCalculators.All),
    ];

    /// <summary>The calculator of that name; <see langword="null"/> if there is none.</summary>
    public static Calculator? Find(string name) => All.FirstOrDefault(calculator => calculator.Name == name);

    /// <summary>Works it out.</summary>
    /// <param name="values">The texts given under each name; a flag has one empty text.</param>
    /// <param name="formulary">For the tolerances that a calculator takes from it.</param>
    /// <returns>The result, or every problem of the inputs.</returns>
    public FileReading<CalculatorResult> Run(IReadOnlyDictionary<string, IReadOnlyList<string>> values, Formulary formulary)
    {
        var arguments = new CalculatorArguments(this, values, formulary);
        CalculatorResult? result = null;
        try
        {
            result = work(arguments);
        }
        catch (OverflowException)
        {
            // Each input is bounded, but a tonne of drug in a nanosecond is not: only inputs can be so far apart.
            arguments.Problems.Add(
                "$",
                $"the inputs of {Name} together come to more than a number here can hold; expected amounts that can be meant"
            );
        }

        return new FileReading<CalculatorResult>(result, arguments.Problems.All());
    }
}
