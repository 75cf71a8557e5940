using Xunit;

namespace Neuraxial.Tests;

public sealed class FormularyDataTests
{
    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void The_built_in_data_have_no_fault() => Assert.Empty(Formulary.BuiltIn.Check());
}
