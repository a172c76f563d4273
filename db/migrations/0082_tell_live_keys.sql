-- Whether an API key may be used at an instant. Asked within the statement that claims a request's key, so
-- that a busy caller is not looked up before each request.
create function platform.key_lives(asked text, at timestamptz)
returns boolean
  language plpgsql stable parallel safe
as $$
begin
  return exists (
    select from identity.api_key k
     where k.key_id = asked and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
  );
end
$$;
