/** What many names have in them and none is known by: legal forms, articles and small words, as `wordsOf` writes them. */
const empty = new Set(
  [
    'ltd limited plc llp llc inc incorporated corp corporation co company cic group holdings',
    'gmbh mbh ag kg ohg gbr ug kgaa ev eg se sa sas sarl sarlu eurl srl spa bv nv oy ab asa aps pty pte',
    'the an of and for to in on at by from with or as uk gb eu com www',
    'der die das den dem des und von vom fur im am zu zum zur bei mit',
    'le la les du de et aux au el los las del y il lo di da van het een',
  ].flatMap((line) => line.split(' ')),
);

/** True for a word that tells nobody what a text is about; so does none of one letter. */
export const isEmptyWord = (word: string): boolean => word.length < 2 || empty.has(word);
