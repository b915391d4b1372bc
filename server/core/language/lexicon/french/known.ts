import type { KnownNames } from '../lexicon.js';

// By hand: what texts on public affairs in French speak of most.
export const known: Partial<KnownNames> = {
  orgs: 'Organisation des Nations unies|Nations unies|Nations Unies|ONU;Conseil de sécurité|Conseil de sécurité de l’ONU;Assemblée générale des Nations unies;Union européenne|UE;Commission européenne;Conseil européen;Parlement européen;Banque centrale européenne|BCE;Conseil de l’Europe;OTAN;Union africaine|UA;Organisation internationale de la Francophonie|OIF;Ligue arabe;G7;G20;CEDEAO;OCDE;OMC|Organisation mondiale du commerce;OMS|Organisation mondiale de la santé;FMI|Fonds monétaire international;Banque mondiale;AIEA|Agence internationale de l’énergie atomique;UNESCO|Unesco;UNICEF|Unicef;HCR;Cour pénale internationale|CPI;Croix-Rouge;Assemblée nationale;Sénat;Conseil constitutionnel;Conseil d’État;Cour des comptes;Quai d’Orsay;Élysée;Matignon;Kremlin;Maison Blanche;Agence France-Presse|AFP;Hamas;Hezbollah;Médecins sans frontières;Amnesty International;Reporters sans frontières',
  regions:
    'Europe;Asie;Afrique;Amérique du Nord;Amérique du Sud;Amérique latine;Océanie;Antarctique;Arctique;Moyen-Orient;Proche-Orient;Maghreb;Sahel;Afrique de l’Ouest;Afrique centrale;Afrique du Nord;Balkans;Balkans occidentaux;Caucase;Indo-Pacifique;Méditerranée;mer Noire;mer Rouge;Bande de Gaza|bande de Gaza|Gaza;Cisjordanie;Crimée;Donbass;Île-de-France;Bretagne;Normandie;Corse;Québec;Wallonie;Nouvelle-Calédonie;Guadeloupe;Martinique;Guyane;Mayotte;Haut-Karabakh',
  cities:
    'Paris;Lyon;Marseille;Toulouse;Nice;Nantes;Strasbourg;Bordeaux;Lille;Bruxelles;Genève;Lausanne;Berne;Luxembourg;Montréal;Ottawa;Londres;Berlin;Rome;Madrid;Lisbonne;Vienne;Varsovie;Prague;Budapest;Athènes;Kiev|Kyiv;Moscou;Washington;New York;Pékin;Tokyo;New Delhi;Jérusalem;Beyrouth;Damas;Bagdad;Téhéran;Le Caire;Tunis;Alger;Rabat;Dakar;Abidjan;Bamako;Niamey;Ouagadougou;Conakry;Lomé;Cotonou;Libreville;Brazzaville;Kinshasa;Yaoundé;N’Djamena;Bangui;Antananarivo;Port-au-Prince',
  agreements:
    'Accord de Paris|accord de Paris;Charte des Nations unies;Traité de Lisbonne|traité de Lisbonne;Pacte vert|Pacte vert européen;Protocole de Kyoto|protocole de Kyoto',
  countries:
    'US=États-Unis d’Amérique;RU=Fédération de Russie;GB=Grande-Bretagne;FR=République française',
  notNames: 'PIB TVA PME RSA SMIC TGV ONG OGM CO2 VIH SIDA',
};
