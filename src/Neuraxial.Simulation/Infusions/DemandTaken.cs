namespace Neuraxial.Simulation;

/// <summary>How many demand boluses the patient asks for in a simulation, evenly spread.</summary>
public enum DemandTaken
{
    /// <summary>None.</summary>
    None,

    /// <summary>As many as the file expects, but no more than the pump grants; none if the file does not say.</summary>
    Expected,

    /// <summary>As many as the pump grants.</summary>
    All,
}
