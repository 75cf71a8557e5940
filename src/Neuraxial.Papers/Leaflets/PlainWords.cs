namespace Neuraxial.Papers;

/// <summary>
/// The formulary's statements on a drug in the words of its patient. Nothing is said to a patient that the formulary does not say to the doctor; each
/// plain line can be traced to the statement behind it, with its mark, in the table of sources. A test holds that every statement of the built-in data
/// is either here or left out on purpose.
/// </summary>
internal static class PlainWords
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        // Opioids.
        ["breathing rate"] = "Slow or weak breathing.",
        ["sedation"] = "Feeling very sleepy.",
        ["urinary retention"] = "Finding it hard to pass urine.",
        ["itch"] = "Itching.",
        ["nausea"] = "Feeling sick.",
        ["oedema"] = "Swollen feet or legs.",
        ["hypogonadism and adrenal axis"] = "After a long time: less interest in sex, no periods, or being tired all the time.",
        ["granuloma"] = "A lump can grow at the tip of the tube. The signs are new pain, weak legs or numb skin.",
        ["myoclonus at high dose"] = "Jerks of your arms or legs that you cannot stop.",
        ["late respiratory depression"] = "Your breathing gets slow or weak. This can start many hours after a change.",
        ["opioid withdrawal within 12\u201324 h"] = "Within a day: much more pain, sweating, feeling restless and sick.",

        // Local anaesthetics.
        ["blood pressure"] = "Low blood pressure: you feel faint when you stand up.",
        ["motor power"] = "Weak legs.",
        ["sensory level"] = "Numb skin.",
        ["bladder and bowel"] = "Trouble with passing urine or with your bowels.",
        ["pressure areas"] = "Sore skin on your heels or your bottom. You may not feel it, so look each day.",
        ["gait"] = "Not walking as well as before.",
        ["high block: level above T4, finger tingling, dyspnoea, bradycardia"] = "Your fingers tingle. It is hard to breathe. You feel faint.",
        ["systemic toxicity"] = "You feel very ill all of a sudden.",
        ["pain only"] = "Your pain comes back.",

        // Clonidine.
        ["blood pressure and heart rate closely; the first 4 days hold most of the hypotension (45 %)"] =
            "Low blood pressure, most of all in the first 4 days: you feel faint when you stand up.",
        ["hypotension under anaesthesia at 55 microgram/d"] =
            "Your blood pressure may drop if you are put to sleep. Tell the staff before any operation.",
        ["hypotension, bradycardia, sedation"] = "You feel faint. Your heart beats slowly. You are very sleepy.",
        ["rebound hypertension"] = "Your blood pressure shoots up.",
        ["stress cardiomyopathy at 550 microgram/d"] = "It can harm your heart.",

        // Baclofen.
        ["tone (Ashworth), breathing rate and sedation for 4\u20138 h after a test dose"] = "Loose muscles, feeling sleepy, slow breathing.",
        ["drowsiness, then coma for up to 72 h, hypotonia, respiratory failure"] =
            "You get more and more sleepy, and then no one can wake you. Your muscles go loose. Your breathing gets weak.",
        ["itch without rash, rebound spasticity, fever, altered mind"] =
            "You itch but have no rash. Your muscles go very stiff. You are hot. You are not yourself.",
        ["then rhabdomyolysis and multi-organ failure in 24\u201372 h"] = "Without help it can be deadly in 1 to 3 days.",

        // Ziconotide.
        ["cognition, mood, psychosis"] = "Being muddled or very low. Seeing or hearing things that are not there.",
        ["gait, nystagmus"] = "Not walking as well as before. Eyes that jump.",
        ["creatine kinase"] = "Sore or weak muscles. We test your blood for this.",
        ["neuropsychiatric review before and after"] = "We will ask how your mind and mood are.",
        ["confusion, ataxia, vomiting"] = "You are muddled, you cannot walk straight, or you throw up.",
        ["usually settles in 24 h"] = "It most often gets better in a day.",
        ["none: may stop abruptly"] = "Your pain comes back. Stopping this drug does no other harm.",
    };

    /// <summary>What only a prescriber or an emergency doctor acts on, or what another part of the leaflet says.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "an intrathecal error of 250 mg was survived",
        "60 mg given epidurally needed a naloxone infusion for 19 h",
        "give systemic opioid at a reduced equivalent",
        "adjust for renal function",
        "no antidote",
        "atropine, fluid, ephedrine",
        "was treated with an intravenous clonidine load, 50 microgram/h and 25 microgram boluses, glyceryl trinitrate, benzodiazepine",
        "taper over 2\u20134 d",
        "no beta-blocker alone",
        "at least 8 h after a test dose",
        "a 25 microgram bolus is sufficient in a sensitive patient",
        "seen after only 260 microgram/d",
        // The parts on the pump and on driving say these.
        "external system: check the exit site daily",
        "caution with driving",
    };

    /// <summary>The plain lines of one list of a drug, each with the statement that it comes from.</summary>
    public static IReadOnlyList<PlainLine> Of(DataRow drug, string list) =>
        [
            .. drug.Rows(list)
                .Select(statement => (Text: statement.Text("text"), statement.Provenance))
                .Where(statement => statement.Text is not null && statement.Provenance is not null && !LeftOut.Contains(statement.Text))
                .Select(statement => new PlainLine(
                    Said.GetValueOrDefault(statement.Text!) ?? $"Ask us what this means for you: {Wording.InWords(statement.Text!)}.",
                    Wording.InWords(statement.Text!),
                    statement.Provenance!
                )),
        ];

    /// <summary>Whether a statement of the data has its plain words here, or is left out on purpose.</summary>
    public static bool IsKnown(string statement) => Said.ContainsKey(statement) || LeftOut.Contains(statement);

    /// <summary>What a drug is for.</summary>
    public static string Purpose(Drug drug) =>
        drug.Class switch
        {
            "opioid" => "a strong drug for pain",
            "local-anaesthetic" => "a drug that makes nerves numb",
            "alpha-2-agonist" => "a drug that helps against pain",
            "gaba-b-agonist" => "a drug that makes stiff muscles loose",
            "calcium-channel-blocker" => "a strong drug for pain",
            "benzodiazepine" => "a drug that calms",
            "vasoconstrictor" => "a drug that keeps the others in place",
            _ => "a drug for you",
        };
}

/// <summary>One line for the patient.</summary>
/// <param name="Text">In plain words.</param>
/// <param name="Statement">What the formulary says.</param>
/// <param name="Provenance">Its mark and sources.</param>
internal sealed record PlainLine(string Text, string Statement, Provenance Provenance);
