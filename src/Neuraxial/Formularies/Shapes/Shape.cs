using System.Text.Json;

namespace Neuraxial;

/// <summary>What a row holds besides its own fields.</summary>
internal enum RowContent
{
    /// <summary>Only its fields: every figure in them has a provenance of its own, or that of the row which holds them.</summary>
    Fields,

    /// <summary>A statement: mark and sources stand in the row.</summary>
    Statement,

    /// <summary>A figure: its content, mark and sources stand in the row.</summary>
    Figure,
}

/// <summary>The fields of one kind of row.</summary>
internal sealed class Shape(RowContent content, params Field[] fields)
{
    public IReadOnlyList<Field> Fields => fields;

    public static Shape Of(params Field[] fields) => new(RowContent.Fields, fields);

    public static Shape Statement(params Field[] fields) => new(RowContent.Statement, fields);

    public static Shape Figure(params Field[] fields) => new(RowContent.Figure, fields);

    /// <summary>Reports everything that is wrong with a row.</summary>
    public void Check(JsonElement element, string path, ProblemList problems)
    {
        if (JsonMembers.Open(element, path, problems) is not { } members)
        {
            return;
        }

        foreach (var field in fields)
        {
            field.Check(members);
        }

        switch (content)
        {
            case RowContent.Statement:
                FigureMembers.CheckProvenance(members);
                break;
            case RowContent.Figure:
                FigureMembers.Check(members, null);
                break;
            default:
                // A part of a row may carry a mark of its own where it differs from the row's.
                if (members.Has("mark"))
                {
                    FigureMembers.CheckProvenance(members);
                }
                else
                {
                    members.OptionalText("note", "words");
                }

                break;
        }

        members.Close();
    }

    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            field.WriteSchema(json);
        }

        FormularySchema.WriteContent(json, content);
        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var field in fields.Where(field => field.IsRequired))
        {
            json.WriteStringValue(field.Name);
        }

        if (content != RowContent.Fields)
        {
            json.WriteStringValue("mark");
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }
}
