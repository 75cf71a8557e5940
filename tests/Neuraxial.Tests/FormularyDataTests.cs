using Xunit;

namespace Neuraxial.Tests;

public sealed class FormularyDataTests
{
    [Fact]
    public void The_built_in_data_have_no_fault() => Assert.Empty(Formulary.BuiltIn.Check());
}
