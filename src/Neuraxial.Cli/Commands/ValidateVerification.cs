using System.Buffers;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial validate --verification</c>: whether the equations are solved rightly, by problems with exact answers.</summary>
internal static class ValidateVerification
{
    /// <summary>Runs and prints all problems.</summary>
    /// <param name="json">Whether for programs.</param>
    /// <returns>1 if any row is outside of its bound.</returns>
    public static int Run(bool json)
    {
        var problems = Verification.Run();
        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(32_768);
            VerificationJson.Write(problems, buffer);
            buffer.Write("\n"u8);
            Outputs.Write(buffer.WrittenSpan, null);
        }
        else
        {
            Sheet.Print(sheet => VerificationPage.Write(sheet, problems));
        }

        return problems.All(problem => problem.IsHeld) ? ExitCode.Done : ExitCode.Blocked;
    }
}
