/**
 * What LibreOffice 7.4 writes for a Word file with tracked changes by two hands: its own marks, names and white space,
 * shortened only in its identifiers.
 */
export const automaticStyles = `
<style:style style:name="Table1.2" style:family="table-row"><style:table-row-properties loext:text-changes-only="false" fo:keep-together="auto"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name="WWNum2"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard" style:list-style-name="WWNum1"/>
<style:style style:name="P4" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end" style:justify-single-word="false" style:writing-mode="rl-tb"/></style:style>
<style:style style:name="P6" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:orphans="0" fo:widows="0"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color" style:font-style-asian="italic"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:language-complex="fa" style:country-complex="AF"/></style:style>`;

export const listStyles = `
<text:list-style style:name="WWNum1"><text:list-level-style-number text:level="1" text:style-name="ListLabel_20_1" loext:num-list-format="%1%." style:num-suffix="." style:num-format="1"></text:list-level-style-number>
<text:list-level-style-number text:level="2" text:style-name="ListLabel_20_2" loext:num-list-format="(%2%)" style:num-prefix="(" style:num-suffix=")" style:num-format="a" style:num-letter-sync="true"></text:list-level-style-number>
<text:list-level-style-number text:level="3" text:style-name="ListLabel_20_3" loext:num-list-format="%1%.%2%(%3%)" style:num-suffix=")" style:num-format="i" text:display-levels="3"></text:list-level-style-number>
</text:list-style>
<text:list-style style:name="WWNum2"><text:list-level-style-number text:level="1" text:style-name="ListLabel_20_4" loext:num-list-format="Part %1%" style:num-prefix="Part " style:num-format="I" text:start-value="3"></text:list-level-style-number>
<text:list-level-style-number text:level="2" loext:num-list-format="%2%." style:num-suffix="." style:num-format="1"></text:list-level-style-number>
<text:list-level-style-number text:level="3" loext:num-list-format="%3%." style:num-suffix="." style:num-format="1"></text:list-level-style-number>
</text:list-style>
`;

export const text = `
<text:tracked-changes text:track-changes="false"><text:changed-region xml:id="ct1"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct2"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard">gone foot</text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct3"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct4"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct5"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard">then deleted by B </text:p>
</text:deletion><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct6"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard">deleted by B </text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct7"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct8"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard"/><text:p text:style-name="Standard"/></text:deletion></text:changed-region>
<text:changed-region xml:id="ct9"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard">deleted to end</text:p>
<text:p text:style-name="Standard">a whole paragraph deleted</text:p>
<text:p text:style-name="Standard">start of last</text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct10"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct11"><text:deletion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info><text:p text:style-name="Standard"><text:bookmark-start text:name="__RefMoveFrom__move1 Copy 1"/>moved words<text:bookmark-end text:name="__RefMoveFrom__move1 Copy 1"/></text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct12"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct13"><text:format-change><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:format-change></text:changed-region>
<text:changed-region xml:id="ct14"><text:UnknownChange><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info></text:UnknownChange></text:changed-region>
<text:changed-region xml:id="ct15"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct16"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct17"><text:insertion><office:change-info><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="ct18"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="P6">d1</text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct19"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="P6">d2</text:p>
</text:deletion></text:changed-region>
<text:changed-region xml:id="ct20"><text:deletion><office:change-info><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date></office:change-info><text:p text:style-name="Standard"/><text:p text:style-name="Standard"/></text:deletion></text:changed-region>
</text:tracked-changes><text:p text:style-name="Title">The plan</text:p>
<text:list text:style-name="WWNum2"><text:list-item>
<text:h text:style-name="P1" text:outline-level="1">Ceasefire</text:h>
</text:list-item></text:list>
<text:list xml:id="list1" text:style-name="WWNum1"><text:list-item>
<text:p text:style-name="P2">First item</text:p>
<text:list><text:list-item>
<text:p text:style-name="P2">Sub item</text:p>
</text:list-item><text:list-item>
<text:p text:style-name="P2">Sub two</text:p>
</text:list-item></text:list>
</text:list-item><text:list-item>
<text:p text:style-name="P2"><text:change-start text:change-id="ct3"/>Inserted item</text:p>
</text:list-item><text:list-item>
<text:p text:style-name="P2"><text:change-end text:change-id="ct3"/>Second item</text:p>
</text:list-item></text:list>
<text:p text:style-name="Standard">plain para</text:p>
<text:list xml:id="list2" text:continue-numbering="true" text:style-name="WWNum1"><text:list-item>
<text:p text:style-name="P2">Third item after</text:p>
</text:list-item></text:list>
<text:p text:style-name="Standard">Kept <text:change-start text:change-id="ct4"/>inserted by A <text:change-end text:change-id="ct4"/><text:change text:change-id="ct5"/><text:change text:change-id="ct6"/>end.</text:p>
<text:p text:style-name="Standard">Split here<text:change-start text:change-id="ct7"/></text:p>
<text:p text:style-name="Standard"><text:change-end text:change-id="ct7"/><text:s/>second half</text:p>
<text:p text:style-name="Standard">Join this<text:change text:change-id="ct8"/> with this</text:p>
<text:p text:style-name="Standard">Before <text:change text:change-id="ct9"/><text:s/>after</text:p>
<text:p text:style-name="Standard"><text:change-start text:change-id="ct10"/>A wholly inserted para.</text:p>
<text:p text:style-name="Standard"><text:change-end text:change-id="ct10"/><text:change text:change-id="ct11"/><text:s/>rest</text:p>
<text:p text:style-name="Standard">dest <text:bookmark-start text:name="__RefMoveTo__move1"/><text:change-start text:change-id="ct12"/>moved words<text:bookmark-end text:name="__RefMoveTo__move1"/><text:change-end text:change-id="ct12"/></text:p>
<text:p text:style-name="P3"><text:change-start text:change-id="ct14"/>formatted para<text:change-end text:change-id="ct14"/></text:p>
<text:p text:style-name="Standard"><text:bookmark-start text:name="_Parley1"/>bookmarked <office:annotation office:name="__Annotation__43" loext:resolved="true"><dc:creator>Republic</dc:creator><dc:date>2021-03-02T10:00:00</dc:date><meta:creator-initials>R</meta:creator-initials><text:p>Why?</text:p>
<text:p>Second par.</text:p>
</office:annotation>commented<office:annotation-end office:name="__Annotation__43"/><text:bookmark-end text:name="_Parley1"/><office:annotation office:name="__Annotation__48" loext:resolved="false"><dc:creator>Taliban</dc:creator><dc:date>2021-03-03T11:00:00</dc:date><text:p>Because.</text:p>
</office:annotation><office:annotation-end office:name="__Annotation__48"/> note<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="Standard"><text:s/>foot <text:change-start text:change-id="ct1"/>added foot<text:change-end text:change-id="ct1"/><text:change text:change-id="ct2"/></text:p>
</text:note-body></text:note><text:note text:id="ftn2" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p text:style-name="Standard">end note</text:p>
</text:note-body></text:note></text:p>
<text:p text:style-name="Standard"><text:a xlink:type="simple" xlink:href="https://example.org/" text:style-name="Default_20_Style" text:visited-style-name="Default_20_Style">link</text:a> and <text:a xlink:type="simple" xlink:href="#_Parley1" text:style-name="Default_20_Style" text:visited-style-name="Default_20_Style">inner</text:a></text:p>
<text:p text:style-name="P4"><text:span text:style-name="T3">صلح می‌شود</text:span><text:change-start text:change-id="ct15"/> پایان<text:change-end text:change-id="ct15"/></text:p>
<text:p text:style-name="Standard"><text:soft-page-break/>a<text:tab/>b<text:line-break/>c <text:s text:c="2"/>d <text:s/>‑­e</text:p>
<text:p text:style-name="P5">f</text:p>
<table:table table:name="Table1" table:style-name="Table1"><table:table-column table:style-name="Table1.A" table:number-columns-repeated="2"/><table:table-header-rows><table:table-row table:style-name="Table1.1"><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6">H1</text:p>
</table:table-cell><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6">H2</text:p>
</table:table-cell></table:table-row>
</table:table-header-rows><table:table-row table:style-name="Table1.2"><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6"><text:change-start text:change-id="ct16"/>r1<text:change-end text:change-id="ct16"/></text:p>
</table:table-cell><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6"><text:change-start text:change-id="ct17"/>r2<text:change-end text:change-id="ct17"/></text:p>
</table:table-cell></table:table-row>
<table:table-row table:style-name="Table1.2"><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6"><text:change text:change-id="ct18"/></text:p>
</table:table-cell><table:table-cell table:style-name="Table1.A1" office:value-type="string"><text:p text:style-name="P6"><text:change text:change-id="ct19"/></text:p>
</table:table-cell></table:table-row>
<table:table-row table:style-name="Table1.1"><table:table-cell table:style-name="Table1.A1" table:number-columns-spanned="2" office:value-type="string"><text:p text:style-name="P6">wide</text:p>
</table:table-cell><table:covered-table-cell/></table:table-row>
</table:table><text:p text:style-name="Standard">After table <text:page-number text:select-page="current">0</text:page-number></text:p>
<text:p text:style-name="Standard">ins A whole+del B, para mark both<text:change text:change-id="ct20"/>last</text:p>`;
