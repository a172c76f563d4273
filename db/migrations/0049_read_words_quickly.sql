-- Most texts have no letter with a mark; looking for each of their letters among all that have one took
-- longer than all else that is done with a product. Not strict, and with its models apart, so that both
-- functions are written out where they are called.
create or replace function catalogue.plain(text) returns text
  language sql immutable parallel safe
  return lower(case when octet_length($1) = length($1) then $1 else translate($1,
    'àáâãäåāăąçćčďéèêëēėęěğģíìîïīįķĺļľñńņňóòôõöōőŕřśšşșťţțúùûüūůűųýÿžźżłøđ'
      || 'ıÀÁÂÃÄÅĀĂĄÇĆČĎÉÈÊËĒĖĘĚĞĢÍÌÎÏĪĮĶĹĻĽÑŃŅŇÓÒÔÕÖŌŐŔŘŚŠŞȘŤŢȚÚÙÛÜŪŮŰŲÝŸŽŹŻŁØĐ',
    'aaaaaaaaacccdeeeeeeeeggiiiiiiklllnnnnooooooorrsssstttuuuuuuuuyyzzzlod'
      || 'iAAAAAAAAACCCDEEEEEEEEGGIIIIIIKLLLNNNNOOOOOOORRSSSSTTTUUUUUUUUYYZZZLOD') end);

create function catalogue.models_told(models text[]) returns text
  language sql immutable parallel safe cost 1
  return array_to_string(models, ' ');

create or replace function catalogue.words_of(name text, brand text, category text, models text[])
  returns tsvector
  language sql immutable parallel safe
  return setweight(to_tsvector('simple'::regconfig,
                               catalogue.plain(case when models = '{}' then name else
                                                    name || ' ' || catalogue.models_told(models) end)), 'A')
      || setweight(to_tsvector('simple'::regconfig, catalogue.plain(brand)), 'B')
      || setweight(to_tsvector('simple'::regconfig, catalogue.plain(translate(category, '/-', '  '))), 'C');
