namespace Neuraxial;

/// <content>What the patient, other medicines, products and devices say against a plan.</content>
public static partial class FindingKinds
{
    /// <summary>A medicine given besides does not go with a drug of the mixture.</summary>
    public static readonly FindingKind Interaction = new("interaction", "a medicine given besides does not go with a drug of the mixture", "HZ-21")
    {
        Severities = AsTheDataSay,
        Advice = "Have prescriber and pharmacist look at both medicines together.",
    };

    /// <summary>What else is given is not known, or was looked at too long ago.</summary>
    public static readonly FindingKind MedicinesUnknown = new(
        "medicines-unknown",
        "what else the patient takes is not known, or was looked at too long ago",
        "HZ-21",
        "HZ-46"
    )
    {
        Advice = "State the medicines, and when the list was last looked at.",
    };

    /// <summary>A condition of the patient speaks against a drug or the catheter.</summary>
    public static readonly FindingKind Contraindication = new(
        "contraindication",
        "a condition of the patient, or the indication, speaks against a drug or the catheter"
    )
    {
        Severities = AsTheDataSay,
        Advice = "Have the prescriber look at the condition before the plan is used.",
    };

    /// <summary>The patient takes an anticoagulant.</summary>
    public static readonly FindingKind Anticoagulated = new("anticoagulated", "the patient takes an anticoagulant", "HZ-45")
    {
        Severities = AsTheDataSay,
        Advice = "State the plan for the anticoagulant around catheter and refill.",
    };

    /// <summary>The patient reacts to a drug, or to one of its kind.</summary>
    public static readonly FindingKind Allergy = new(
        "allergy",
        "the patient reacts to a drug of the mixture, to one of its kind or to what a product holds"
    )
    {
        Advice = "Check what the reaction was, and to what.",
    };

    /// <summary>Facts of the patient that checks need are not in the file.</summary>
    public static readonly FindingKind PatientUnknown = new(
        "patient-unknown",
        "facts of the patient that checks need are not in the file",
        "HZ-21",
        "HZ-45"
    )
    {
        Advice = "State what is named; until then no check that needs it has been made.",
    };

    /// <summary>The patient is a child, and limits are for adults.</summary>
    public static readonly FindingKind PatientChild = new("patient-child", "the patient is a child; the limits on file are for adults", "HZ-01")
    {
        Advice = "Have a children\'s team set the limits.",
    };

    /// <summary>A drug is never given by this route.</summary>
    public static readonly FindingKind DrugNeverByRoute = new(
        "drug-never-by-route",
        "a drug of the mixture is never given by this route",
        "HZ-25",
        "HZ-23"
    )
    {
        Advice = "Check drug and route: one of them is not what was meant.",
    };

    /// <summary>A drug has no licence for this route.</summary>
    public static readonly FindingKind DrugOffLabel = new(
        "drug-off-label",
        "a drug of the mixture has no licence for infusion by this route",
        "HZ-17"
    )
    {
        Advice = "Document why an unlicensed use is wanted, as your service requires.",
    };

    /// <summary>A drug is one to avoid by the spinal route.</summary>
    public static readonly FindingKind DrugDiscouraged = new("drug-discouraged", "a drug of the mixture is one to avoid by the spinal route", "HZ-17")
    {
        Advice = "Look for another drug, or say why this one.",
    };

    /// <summary>A drug or a mixture is not labelled for the pump.</summary>
    public static readonly FindingKind DrugNotLabelledForPump = new(
        "drug-not-labelled-for-pump",
        "a drug of the mixture, or the mixture, is not labelled for this implanted pump",
        "HZ-18"
    )
    {
        Advice = "Document the reason, and what the patient was told.",
    };

    /// <summary>The diluent does not go with a drug, or with the pump.</summary>
    public static readonly FindingKind DiluentUnsuitable = new(
        "diluent-unsuitable",
        "the diluent does not go with a drug or with the pump",
        "HZ-17",
        "HZ-19"
    )
    {
        Advice = "Choose a diluent that goes with drug and pump.",
    };

    /// <summary>A drug is replaced by its look-alike.</summary>
    public static readonly FindingKind LookAlike = new("look-alike", "a drug is replaced by one whose name looks alike", "HZ-16")
    {
        Advice = "Check that the drug that was written is the one that is meant.",
    };

    /// <summary>The old and the new concentration differ by a slip.</summary>
    public static readonly FindingKind ConcentrationSlip = new(
        "concentration-slip",
        "old and new concentration differ by the factor of a slip of the pen",
        "HZ-01",
        "HZ-15"
    )
    {
        Advice = "Check the strength against the label of the product.",
    };

    /// <summary>A product may not go by this route.</summary>
    public static readonly FindingKind ProductUnsuitable = new(
        "product-unsuitable",
        "a product may not be given by this route or from a pump",
        "HZ-17"
    )
    {
        Severities = AsTheDataSay,
        Advice = "Choose a product that is made for the route.",
    };

    /// <summary>A product is usable only after a risk assessment.</summary>
    public static readonly FindingKind ProductRiskAssessment = new(
        "product-risk-assessment",
        "a product is used off its licence and needs a documented risk assessment",
        "HZ-17"
    )
    {
        Advice = "Complete the risk assessment that is named.",
    };

    /// <summary>What a drug is made from is not known, or not enough is known of it.</summary>
    public static readonly FindingKind ProductUnknown = new(
        "product-unknown",
        "the product that a drug is made from, or what it holds, is not known",
        "HZ-17",
        "HZ-14"
    )
    {
        Advice = "State the product, and look at its label for preservatives and antioxidants.",
    };

    /// <summary>The whole fill, given at once, would be many daily doses.</summary>
    public static readonly FindingKind FillAtOnce = new(
        "fill-at-once",
        "the whole fill, injected into the wrong port or the pocket, would be many daily doses at once",
        "HZ-26",
        "HZ-27"
    )
    {
        Advice = "Read the amount out before the fill is injected; nothing here can see where the needle is.",
    };

    /// <summary>An occlusion would be noticed late, and release a bolus.</summary>
    public static readonly FindingKind OcclusionLate = new(
        "occlusion-late",
        "at this flow an occlusion is noticed late, and a bolus is released when it clears",
        "HZ-40",
        "HZ-41"
    )
    {
        Advice = "Tell those who answer alarms how late this one comes, and what may be released when the line is cleared.",
    };
}
