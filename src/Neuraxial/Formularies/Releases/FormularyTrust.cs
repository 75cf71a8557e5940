namespace Neuraxial;

/// <summary>Decides whether a service's file is what its service released: unchanged, signed, and not an older one put back (HZ-59).</summary>
public static class FormularyTrust
{
    /// <summary>Every reason not to trust the file that was laid over a formulary last; empty if there is none.</summary>
    /// <param name="formulary">The formulary with the file over it.</param>
    /// <param name="key">The key that the service signs with.</param>
    /// <param name="atLeast">The earliest version that may still be used, counted as the file counts its own; <see langword="null"/> for any.</param>
    public static IReadOnlyList<Problem> Problems(Formulary formulary, FormularyKey key, string? atLeast)
    {
        var layer = formulary.Layers[^1];
        if (layer.Governance is not { } governance)
        {
            return [new Problem("$", "the built-in formulary alone; expected a service's file to verify")];
        }

        var problems = new List<Problem>();
        AddStanding(governance, problems);
        AddSignature(governance, key, problems);
        AddAge(layer.Version, atLeast, problems);
        return problems;
    }

    /// <summary>Why a file has not been released as it stands; <see langword="null"/> if it has.</summary>
    internal static string? Unreleased(FormularyGovernance governance)
    {
        var people = string.Join(", ", governance.Approvals.Select(approval => approval.ToString()));
        return governance.Standing switch
        {
            FormularyStanding.Changed =>
                $"changed after it was approved by {string.Join(", ", governance.Approvals.Where(approval => approval.Content != governance.ContentSha256))}",
            FormularyStanding.Draft => governance.Approvals.Count == 0
                ? "a draft that nobody has approved"
                : $"a draft that only {people} has approved",
            _ => null,
        };
    }

    private static void AddStanding(FormularyGovernance governance, List<Problem> problems)
    {
        if (Unreleased(governance) is { } why)
        {
            problems.Add(new Problem("$.release", $"{why}; expected a release by two persons"));
        }
    }

    private static void AddSignature(FormularyGovernance governance, FormularyKey key, List<Problem> problems)
    {
        if (governance.Signature is not { } signature)
        {
            problems.Add(new Problem("$.signature", $"missing; expected a signature by the key {key.Sha256}"));
        }
        else if (signature.Key != key.Sha256)
        {
            problems.Add(new Problem("$.signature.key", $"signed with the key {signature.Key}; expected {key.Sha256}"));
        }
        else if (!key.Verifies(governance.SignedContent, signature))
        {
            problems.Add(
                new Problem(
                    "$.signature.value",
                    "not this key's signature of what the file says: file or signature was changed; expected the file as signed"
                )
            );
        }
    }

    private static void AddAge(string version, string? atLeast, List<Problem> problems)
    {
        if (atLeast is null)
        {
            return;
        }

        switch (VersionOrder.Compare(version, atLeast))
        {
            case null:
                problems.Add(
                    new Problem(
                        "$.version",
                        $"'{Printable.OneLine(version, 40)}' is not counted as '{Printable.OneLine(atLeast, 40)}' is, and which is later cannot be told; expected {Printable.OneLine(atLeast, 40)} or later"
                    )
                );
                break;
            case < 0:
                problems.Add(
                    new Problem(
                        "$.version",
                        $"'{Printable.OneLine(version, 40)}' is an older version; expected {Printable.OneLine(atLeast, 40)} or later"
                    )
                );
                break;
        }
    }
}
