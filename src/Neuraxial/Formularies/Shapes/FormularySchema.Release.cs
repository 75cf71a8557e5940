using System.Text.Json;

namespace Neuraxial;

/// <content>The members with which a service's file says who released it, when it holds and who signed it; <see cref="GovernanceReading"/> reads them.</content>
public static partial class FormularySchema
{
    private const string Release = """
        {
          "effective": {
            "description": "The days of fills that the file holds for, the last one included. Without until it holds until it is replaced.",
            "type": "object",
            "properties": { "from": { "$ref": "#/definitions/day" }, "until": { "$ref": "#/definitions/day" } },
            "required": ["from"],
            "additionalProperties": false
          },
          "supersedes": {
            "description": "The file that this one takes the place of: its version, earlier than this file's, and the SHA-256 of its bytes.",
            "type": "object",
            "properties": { "version": { "type": "string" }, "sha256": { "$ref": "#/definitions/sum" } },
            "required": ["version", "sha256"],
            "additionalProperties": false
          },
          "release": {
            "description": "Approvals of the file's content by two different persons make it released; without them it is a draft, and every plan says so.",
            "type": "object",
            "properties": {
              "approvedBy": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "role": { "description": "What the person is in the service: pharmacist, consultant.", "type": "string", "minLength": 1, "maxLength": 60 },
                    "id": { "description": "Initials or a staff number.", "type": "string", "minLength": 1, "maxLength": 60 },
                    "at": { "description": "When, with an offset.", "type": "string", "minLength": 17 },
                    "content": {
                      "description": "SHA-256 of the file's canonical JSON without release and signature: what was approved.",
                      "$ref": "#/definitions/sum"
                    }
                  },
                  "required": ["role", "id", "at", "content"],
                  "additionalProperties": false
                }
              },
              "note": { "type": "string" }
            },
            "required": ["approvedBy"],
            "additionalProperties": false
          },
          "signature": {
            "description": "ECDSA over SHA-256 of the file's canonical JSON without signature.",
            "type": "object",
            "properties": {
              "algorithm": { "enum": ["ecdsa-p256-sha256"] },
              "key": { "description": "SHA-256 of the public key (SubjectPublicKeyInfo in DER).", "$ref": "#/definitions/sum" },
              "value": { "description": "The signature in DER, in base64.", "type": "string", "pattern": "^[A-Za-z0-9+/]+={0,2}$" }
            },
            "required": ["algorithm", "key", "value"],
            "additionalProperties": false
          }
        }
        """;

    private const string ReleaseDefinitions = """
        {
          "day": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
          "sum": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
        }
        """;

    /// <summary>Writes members that are kept as text, laid out as everything else.</summary>
    private static void WriteMembers(Utf8JsonWriter json, string members)
    {
        using var document = JsonDocument.Parse(members);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(json);
        }
    }
}
