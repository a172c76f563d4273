import type { PickupPoint } from "./carrier.ts";

/** Squares and stations: where there is one, and where that is. */
const places: readonly (readonly [string, string, string, string, number, number])[] = [
  ["EE", "Tallinn", "10111", "Viru väljak 4", 59.4363, 24.7545],
  ["EE", "Tallinn", "11415", "Peterburi tee 2", 59.4265, 24.7946],
  ["EE", "Tartu", "51004", "Riia 2", 58.3781, 26.7297],
  ["EE", "Pärnu", "80010", "Ringi 3", 58.3842, 24.5021],
  ["EE", "Narva", "20307", "Fama 10", 59.3766, 28.1791],
  ["LV", "Riga", "LV-1050", "Stacijas laukums 2", 56.9465, 24.1207],
  ["LV", "Riga", "LV-1039", "Brivibas gatve 372", 56.9812, 24.1987],
  ["LV", "Daugavpils", "LV-5401", "Stacijas iela 44", 55.8748, 26.5281],
  ["LV", "Liepaja", "LV-3401", "Rigas iela 71", 56.5195, 21.0109],
  ["LT", "Vilnius", "02100", "Gelezinkelio g. 16", 54.6702, 25.2845],
  ["LT", "Vilnius", "09308", "Konstitucijos pr. 7A", 54.6953, 25.2757],
  ["LT", "Kaunas", "44287", "Ciurlionio g. 16", 54.8868, 23.9303],
  ["LT", "Klaipeda", "91246", "Priestocio g. 1", 55.7208, 21.1357],
  ["FI", "Helsinki", "00100", "Kaivokatu 1", 60.1711, 24.9414],
  ["FI", "Tampere", "33100", "Rautatienkatu 25", 61.4985, 23.7731],
  ["DE", "Berlin", "10557", "Europaplatz 1", 52.5251, 13.3694],
  ["DE", "München", "80335", "Bayerstr. 10A", 48.1402, 11.5586],
  ["PL", "Warszawa", "00-024", "Al. Jerozolimskie 54", 52.2288, 21.0032],
  ["FR", "Paris", "75010", "18 Rue de Dunkerque", 48.8809, 2.3553],
];

/** Lockers of the carrier for tests, at places that are there. */
export const testPoints: readonly PickupPoint[] = places.map(
  ([country, city, postcode, street, latitude, longitude], place) => {
    const no = places.slice(0, place + 1).filter(([own, town]) => own === country && town === city).length;
    const word = city.normalize("NFD").replaceAll(/[^a-zA-Z]/g, "");
    const id = `${country.toLowerCase()}-${word.toLowerCase()}-${no}`;
    return { id, name: `${city} ${no}`, street, postcode, city, country, latitude, longitude };
  },
);
