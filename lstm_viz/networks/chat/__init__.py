"""The chatbot: an encoder that reads a line, a decoder that answers it, and what they learned."""
