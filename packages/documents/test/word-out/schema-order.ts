const names = (list: string): readonly string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => `w:${name}`);

const runLooks = `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
  vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
  eastAsianLayout specVanish oMath`;

/** The order of children by ECMA-376 (CT_PPr, CT_RPr, CT_TblPr …). Each may stand once. */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": names(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange`),
  "w:rPr": names(`${runLooks} rPrChange`),
  "w:pPr/w:rPr": names(`ins del moveFrom moveTo ${runLooks} rPrChange`),
  "w:numPr": names("ilvl numId numberingChange ins"),
  "w:pBdr": names("top left bottom right between bar"),
  "w:tblPr":
    names(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
    tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`),
  "w:tblBorders": names("top left start bottom right end insideH insideV"),
  "w:tblCellMar": names("top left start bottom right end"),
  "w:trPr": names(
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange",
  ),
  "w:tcPr": names(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge tcPrChange",
  ),
  "w:sectPr":
    names(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
  "w:settings": names(`writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
    trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
    noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
    savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
    doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
    updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang
    clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown
    smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator`),
  "w:style":
    names(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
    personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
  "w:docDefaults": names("rPrDefault pPrDefault"),
  "w:lvl": names("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
  "w:font": names(
    "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
  ),
};

const ranges =
  names(`bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd`);
const changes = names("ins del moveFrom moveTo");
const runs = ["w:r", ...ranges, ...changes];

/** What may stand in what, in any order, as far as it is written here. */
export const allowedChildren: Readonly<Record<string, ReadonlySet<string>>> = {
  "w:body": new Set(["w:p", "w:tbl", "w:sectPr", ...ranges]),
  "w:tc": new Set(["w:tcPr", "w:p", "w:tbl", ...ranges]),
  "w:tr": new Set(["w:trPr", "w:tc", ...ranges]),
  "w:p": new Set(["w:pPr", "w:hyperlink", "w:fldSimple", ...runs]),
  "w:hyperlink": new Set(runs),
  "w:ins": new Set(runs),
  "w:del": new Set(runs),
  "w:moveFrom": new Set(runs),
  "w:moveTo": new Set(runs),
  "w:r": new Set(
    names(`rPr t delText tab br softHyphen noBreakHyphen footnoteReference footnoteRef commentReference annotationRef separator
    continuationSeparator`),
  ),
  "w:footnotes": new Set(["w:footnote"]),
  "w:footnote": new Set(["w:p", ...ranges]),
  "w:comments": new Set(["w:comment"]),
  "w:comment": new Set(["w:p"]),
  "w:numbering": new Set(["w:abstractNum", "w:num"]),
};
