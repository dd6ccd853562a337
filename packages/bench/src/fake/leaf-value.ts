import { type GraphQLLeafType, isEnumType } from 'graphql';

const WORDS = [
  'accompagnement',
  'apprentissage',
  'atelier',
  'bassin',
  'candidat',
  'certification',
  'compétence',
  'engagement',
  'entreprise',
  'formation',
  'immersion',
  'insertion',
  'logistique',
  'mobilité',
  'partenaire',
  'parcours',
  'recrutement',
  'santé',
  'territoire',
  'tutorat',
];

/** A value that depends on `seed` alone, so that whoever is asked gives the same. */
export function leafValue(type: GraphQLLeafType, seed: string): unknown {
  const number = hash(seed);
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[number % values.length]?.name;
  }
  switch (type.name) {
    case 'Int':
      return number % 1_000;
    case 'Float':
      return (number % 100_000) / 1_000;
    case 'Boolean':
      return number % 2 === 0;
    case 'ID':
      return `c${number.toString(36)}`;
    case 'Date':
      return `2023-${two((number % 12) + 1)}-${two((number % 28) + 1)}`;
    case 'DateTime':
      return `2023-${two((number % 12) + 1)}-${two((number % 28) + 1)}T${two(number % 24)}:00:00.000Z`;
    case 'Siret':
      return String(10_000_000_000_000 + number);
    default:
      return sentence(number);
  }
}

/** Between three and eight words, accents and quotes included as in real texts. */
function sentence(number: number): string {
  const count = 3 + (number % 6);
  return Array.from({ length: count }, (_, i) => WORDS[(number >>> i) % WORDS.length]).join(' ');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}
