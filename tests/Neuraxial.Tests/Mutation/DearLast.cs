#if MUTATION
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Neuraxial.Tests.DearLast))]

namespace Neuraxial.Tests;

/// <summary>
/// In a mutation run, which ends with the first failure, recipes come last: one of their tests plans hundreds of infusions, and most changes are noticed long before by
/// tests that plan one.
/// </summary>
public sealed class DearLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName.Contains(".Recipes.", StringComparison.Ordinal))];
}
#endif
