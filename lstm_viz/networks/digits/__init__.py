"""A network that hears spoken digits: from samples to its belief after every frame.

``mfcc`` turns a sound into what it reads, ``hear`` runs it, ``files`` holds what ships.
"""
