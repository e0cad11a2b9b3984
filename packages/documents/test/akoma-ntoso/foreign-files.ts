/** A document of another maker around a body; `meta` and `parts` are put where the schema wants them. */
export function foreign(
  body: string,
  {
    meta = "",
    preface = "",
    end = "",
    type = "act",
  }: Partial<Record<"meta" | "preface" | "end" | "type", string>> = {},
): string {
  const bodyName = type === "act" || type === "bill" ? "body" : "mainBody";
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:x="urn:elsewhere">
  <${type} name="${type}">
    <meta>
      <identification source="#me">
        <FRBRWork>
          <FRBRthis value="/akn/aa/act/2019/7/!main"/><FRBRuri value="/akn/aa/act/2019/7"/>
          <FRBRalias value="River Act" name="title"/>
          <FRBRdate date="2019-05-01" name="enacted"/><FRBRauthor href="#parliament"/><FRBRcountry value="aa"/>
        </FRBRWork>
        <FRBRExpression>
          <FRBRthis value="/akn/aa/act/2019/7/eng/!main"/><FRBRuri value="/akn/aa/act/2019/7/eng"/>
          <FRBRdate date="2020-02-29" name="version"/><FRBRauthor href="#parliament"/>
          <FRBRlanguage language="prs"/>
        </FRBRExpression>
        <FRBRManifestation>
          <FRBRthis value="x"/><FRBRuri value="x"/><FRBRdate date="2020-03-01" name="x"/><FRBRauthor href="#me"/>
        </FRBRManifestation>
      </identification>
      ${meta}
    </meta>
    ${preface}
    <${bodyName}>${body}</${bodyName}>
    ${end}
  </${type}>
</akomaNtoso>`;
}
