import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Source Serif 4 for Latin script and Noto Naskh Arabic for Dari and Pashto, with the styles a document needs. */
const files = [
  "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  "@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf",
  "@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf",
  "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
] as const;

/** The typefaces for PDF, from the packages that come with Parley: 2 MB, read anew on each call. */
export async function documentFonts(): Promise<readonly Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(files.map((file) => readFile(resolve(file))));
}
