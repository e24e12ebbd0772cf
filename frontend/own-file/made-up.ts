/** A small table to try the page with. Nothing in it was measured: the price is a formula, and something that looks like chance. */

export const MADE_UP_NAME = 'made-up-flats.csv';

const ROWS = 60;
const CITIES = ['Bonn', 'Ulm', 'Jena'];
const OF_CITY: Record<string, number> = { Bonn: 40, Ulm: 25, Jena: 0 };
/** Steps through the residues of a prime in no order that one sees. */
const PRIME = 61;

/** Flats with their area, rooms, age, city and price; of one the age is missing. */
export function madeUpFlats(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const area = 28 + ((i * 23) % PRIME) * 1.5;
    const rooms = 1 + Math.floor(area / 30);
    const age = (i * 37) % PRIME;
    const city = CITIES[(i * 5 + Math.floor(i / 4)) % CITIES.length];
    const chance = (((i * 17) % PRIME) - 30) / 2;
    const price = Math.round(60 + 3.1 * area + 8 * rooms - 0.9 * age + OF_CITY[city] + chance);
    return [area, rooms, i === 7 ? '' : age, city, price].join(',');
  });
  return `${['area,rooms,age,city,price', ...rows].join('\n')}\n`;
}
