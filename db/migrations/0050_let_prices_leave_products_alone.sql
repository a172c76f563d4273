-- Asking of each new price whether its product is there locks the product's row, which writes it: a feed that
-- changed one price in ten wrote nearly every page of the products. Products are never deleted (the
-- application has no right to), and whoever writes a price holds its product in the same transaction.
alter table catalogue.price drop constraint price_product;
