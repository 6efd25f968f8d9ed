"""The search engine of the public directory. It knows no models: plain values in, ranked answers out."""
